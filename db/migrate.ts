import { canonicalBytes, sha256Hex } from '#shared/model/canonical.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Connection, sqliteCode } from './driver.ts';

/** One released step of the schema. Once released neither its name, its text nor its place in the list changes. */
export type Migration = { readonly name: string; readonly sql: string };

/** Where a store stands against the program's list. */
export type SchemaState =
  | { readonly kind: 'current' | 'behind' }
  /** Made by a later version of the program. */
  | { readonly kind: 'future' }
  /** A step that was applied has another name or text in this program's list. */
  | { readonly kind: 'altered'; readonly migration: string }
  /** Readable, but not a store of this program. */
  | { readonly kind: 'foreign' };

/** `WBRG`, in the file header: tells a store of this program from any other SQLite file. */
const APPLICATION_ID = 0x57425247;

const BOOTSTRAP = `
  CREATE TABLE migration (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TABLE store_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    header_generation INTEGER NOT NULL
  ) STRICT;
  INSERT INTO store_state VALUES (1, 0);
`;

const hashOf = (migration: Migration): string => sha256Hex(canonicalBytes([migration.name, migration.sql]));

type Applied = { readonly id: number; readonly name: string; readonly hash: string };

/** Compares the recorded steps with the list; reads only. */
export function schemaState(db: Connection, list: readonly Migration[]): SchemaState {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return { kind: 'foreign' };
  const applied = db.prepare<[], Applied>('SELECT id, name, hash FROM migration ORDER BY id').all();
  if (applied.length > list.length) return { kind: 'future' };
  for (const [index, migration] of list.slice(0, applied.length).entries()) {
    const row = applied[index];
    if (row?.id !== index + 1 || row.name !== migration.name || row.hash !== hashOf(migration)) {
      return { kind: 'altered', migration: migration.name };
    }
  }
  // A later version may also have changed what is no step of the list; the version number then says so.
  const version = db.pragma('user_version', { simple: true });
  if (typeof version !== 'number' || version > list.length) return { kind: 'future' };
  return { kind: applied.length === list.length ? 'current' : 'behind' };
}

/** Turns an empty database into a store without any step applied, then applies the list. */
export function initialiseStore(
  db: Connection,
  list: readonly Migration[],
): Result<readonly string[], 'migrationFailed'> {
  db.exec('BEGIN IMMEDIATE');
  db.pragma(`application_id=${APPLICATION_ID}`);
  db.exec(BOOTSTRAP);
  db.exec('COMMIT');
  return migrate(db, list);
}

/**
 * Applies the missing steps in one transaction and answers their names. When a step fails, or leaves a dangling
 * foreign key, or ends the transaction by itself, none of them happened and the failure names it.
 * A step may rebuild tables: foreign keys are checked at the end instead of during it.
 */
export function migrate(
  db: Connection,
  list: readonly Migration[],
): Result<readonly string[], 'migrationFailed'> {
  const state = schemaState(db, list);
  if (state.kind === 'altered')
    return fail('migrationFailed', { migration: state.migration, reason: 'altered' });
  if (state.kind === 'current') return ok([]);
  if (state.kind !== 'behind') throw new Error(`a ${state.kind} store is not migrated`);

  db.pragma('foreign_keys=OFF');
  try {
    return applyMissing(db, list);
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma('foreign_keys=ON');
  }
}

function applyMissing(
  db: Connection,
  list: readonly Migration[],
): Result<readonly string[], 'migrationFailed'> {
  db.exec('BEGIN IMMEDIATE');
  const done = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM migration').get()?.n ?? 0;
  const names: string[] = [];
  for (const [offset, migration] of list.slice(done).entries()) {
    const failed = (reason: string) => fail('migrationFailed', { migration: migration.name, reason });
    try {
      db.exec(migration.sql);
    } catch (error) {
      const code = sqliteCode(error);
      if (!code) throw error;
      return failed(code);
    }
    if (!db.inTransaction) throw new Error(`migration ${migration.name} ends the transaction by itself`);
    if (db.prepare('PRAGMA foreign_key_check').get() !== undefined) return failed('foreignKeys');
    db.prepare('INSERT INTO migration VALUES (?, ?, ?)').run(
      done + offset + 1,
      migration.name,
      hashOf(migration),
    );
    names.push(migration.name);
  }
  db.pragma(`user_version=${list.length}`);
  db.exec('COMMIT');
  return ok(names);
}
