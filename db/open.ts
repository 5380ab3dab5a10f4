import { statSync } from 'node:fs';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Connection, connect } from './driver.ts';
import { type StoreFailure, storeFailureOf } from './failures.ts';

export type StorePlace = {
  /** Absolute path of the SQLCipher 4 file. */
  readonly file: string;
  /** Raw 256-bit key. The caller keeps ownership and wipes it. */
  readonly key: Uint8Array;
  /** Path of the compiled driver; by default the installed one. */
  readonly nativeBinding?: string | undefined;
};

export type ConnectionMode = 'read' | 'write' | 'create';

const BUSY_TIMEOUT_MS = 5000;
const PAGE_SIZE = 4096;
/** Length of the write-ahead log, in pages, at which SQLite moves it into the main file by itself. */
export const AUTOCHECKPOINT_PAGES = 1000;

/**
 * Opens a SQLCipher 4 file with a raw key and asserts that every safety setting really holds on this connection.
 *
 * - `read`: the file is opened read-only and nothing in the folder but SQLite's shared-memory file is touched;
 * - `write`: the file must exist and hold at least one page: an empty file is damage, not a new store;
 * - `create`: the caller has just made an empty file of its own; a file with content is refused by a throw.
 *
 * @throws TypeError on a key that is not 32 bytes (SQLCipher would take it for a passphrase).
 */
export function openConnection(place: StorePlace, mode: ConnectionMode): Result<Connection, StoreFailure> {
  if (place.key.length !== 32) throw new TypeError('the raw key of a store has 32 bytes');
  const stat = statSync(place.file, { throwIfNoEntry: false });
  if (!stat) return fail('storeMissing');
  if (!stat.isFile()) return fail('storeDamaged');
  if (mode === 'create' ? stat.size !== 0 : stat.size < PAGE_SIZE) {
    if (mode === 'create') throw new Error('a new store is made in an empty file only');
    return fail('storeDamaged');
  }

  let db: Connection | undefined;
  try {
    // Never `verbose`: it would print PRAGMA statements, and never a key in SQL text.
    db = connect(place.file, {
      fileMustExist: true,
      readonly: mode === 'read',
      timeout: BUSY_TIMEOUT_MS,
      nativeBinding: place.nativeBinding,
    });
    unlock(db, place.key);
    if (mode === 'read') settleReader(db);
    else settleWriter(db);
    return ok(db);
  } catch (error) {
    db?.close();
    const failure = storeFailureOf(error);
    if (!failure) throw error;
    return fail(failure);
  }
}

/** The cipher is named before the key: in the other order the driver silently makes a file of its default cipher. */
function unlock(db: Connection, rawKey: Uint8Array): void {
  db.pragma("cipher='sqlcipher'");
  db.pragma('legacy=4');
  const key = Buffer.concat([Buffer.from('raw:'), rawKey]);
  try {
    db.key(key);
  } finally {
    key.fill(0);
  }
  // Before the first read: sorts, savepoints and VACUUM would spill plaintext, and a reopened WAL file would
  // otherwise run at synchronous=NORMAL, which loses acknowledged transactions at a power cut.
  db.pragma('temp_store=MEMORY');
  db.pragma('synchronous=FULL');
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  assertSetting(db, 'cipher', 'sqlcipher');
  assertSetting(db, 'hmac_check', 1);
  assertSetting(db, 'temp_store', 2);
  assertSetting(db, 'synchronous', 2);
}

function settleReader(db: Connection): void {
  hardenParsing(db);
  db.pragma('query_only=ON');
  assertSetting(db, 'query_only', 1);
}

function settleWriter(db: Connection): void {
  db.pragma('journal_mode=WAL');
  hardenParsing(db);
  db.pragma('secure_delete=ON');
  db.pragma(`wal_autocheckpoint=${AUTOCHECKPOINT_PAGES}`);
  assertSetting(db, 'journal_mode', 'wal');
  assertSetting(db, 'page_size', PAGE_SIZE);
  assertSetting(db, 'secure_delete', 1);
  assertSetting(db, 'foreign_keys', 1);
  assertSetting(db, 'synchronous', 2);
}

function hardenParsing(db: Connection): void {
  db.pragma('foreign_keys=ON');
  db.pragma('trusted_schema=OFF');
  db.pragma('cell_size_check=ON');
  db.pragma('cache_size=-65536');
}

function assertSetting(db: Connection, name: string, expected: string | number): void {
  const actual = db.pragma(name, { simple: true });
  // Compared as text: the driver reports some of its settings as strings.
  if (String(actual) !== String(expected)) {
    throw new Error(`the store does not hold ${name}=${expected}: it is ${String(actual)}`);
  }
}
