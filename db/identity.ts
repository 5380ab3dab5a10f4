import type { ReadDb, WriteDb } from './handle.ts';

/** The person's own keys and name, as one canonical text that only the shell reads. Null in a vault without a person. */
export const readIdentity = (db: ReadDb): string | null =>
  db.get<{ content: string }>('SELECT content FROM identity WHERE id = 1')?.content ?? null;

export const writeIdentity = (db: WriteDb, content: string): void => {
  db.run('INSERT OR REPLACE INTO identity (id, content) VALUES (1, ?)', [content]);
};

/** Remembers a bundle, so that the same one sent again is known as a replay. */
export const rememberBundle = (db: WriteDb, id: string, at: string): void => {
  db.run('INSERT OR IGNORE INTO bundle_seen (id, seen_at) VALUES (?, ?)', [id, at]);
};

export const seenBundles = (db: ReadDb): Set<string> =>
  new Set(db.all<{ id: string }>('SELECT id FROM bundle_seen').map(({ id }) => id));
