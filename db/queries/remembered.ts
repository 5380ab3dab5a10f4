import type { VersionView } from '#shared/ipc/common.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { ReadDb } from '../handle.ts';

type Body = VersionView['body'];
type Kept = {
  version: number;
  readonly lists: Map<string, VersionView[]>;
  readonly bodies: Map<string, Body>;
};

/** Gone with the handle, and so with the session: nothing of a case outlives the lock. */
const kept = new WeakMap<ReadDb, Kept>();
/** About 100 MB at a kilobyte a body; a case of usual size has some thousands. */
const MOST_BODIES = 100_000;

function keptOf(db: ReadDb): Kept {
  const known = kept.get(db) ?? { version: -1, lists: new Map(), bodies: new Map() };
  kept.set(db, known);
  return known;
}

/**
 * The same list until the database changes: after one edit a screen asks for the same records many times. Only of the
 * reading connection, which sees every commit of the writing one as a new version of the data.
 */
export function rememberedList(db: ReadDb, key: string, read: () => VersionView[]): VersionView[] {
  const version = db.dataVersion?.();
  if (version === undefined) return read();
  const own = keptOf(db);
  if (own.version !== version) {
    own.lists.clear();
    own.version = version;
  }
  const list = own.lists.get(key) ?? read();
  own.lists.set(key, list);
  return list;
}

/** A body by the digest of its operation, under which nothing ever changes. */
export function rememberedBody(db: ReadDb, digest: string, read: () => { [key: string]: Json }): Body {
  const { bodies } = keptOf(db);
  const known = bodies.get(digest);
  if (known !== undefined) return known;
  if (bodies.size >= MOST_BODIES) bodies.clear();
  const body = Object.freeze(read());
  bodies.set(digest, body);
  return body;
}
