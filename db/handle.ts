import { ok, type Result } from '#shared/result.ts';
import type { Connection, Statement } from './driver.ts';
import type { StoreFailure } from './failures.ts';
import { AUTOCHECKPOINT_PAGES, openConnection, type StorePlace } from './open.ts';

declare const reads: unique symbol;
declare const writes: unique symbol;

export type SqlValue = string | number | bigint | Uint8Array | null;
/** Positional (`?`) or named (`$name`, keys without the sign) parameters. */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** Reading side of an open store. Statements that would write are refused. Only files of `db/` spell SQL. */
export interface ReadDb {
  readonly [reads]: true;
  /** All rows; `Row` is the shape that the SQL text promises (blobs are `Buffer`, big integers lose precision). */
  all<Row>(sql: string, params?: SqlParams): Row[];
  /** The first row, or undefined when there is none. */
  get<Row>(sql: string, params?: SqlParams): Row | undefined;
  /** Another number after every commit of another connection; absent where own, uncommitted rows are seen too. */
  dataVersion?(): number;
}

/** Writing side; lives only inside `Store.transaction`, sees its own uncommitted rows, can be passed as a `ReadDb`. */
export interface WriteDb extends ReadDb {
  readonly [writes]: true;
  /** Runs one statement; answers how many rows changed. */
  run(sql: string, params?: SqlParams): number;
}

/** An open store: one writing and one read-only connection to the same file. */
export interface Store {
  readonly read: ReadDb;
  /**
   * Runs `work` in one IMMEDIATE transaction: all of it is durable on return, or, when it throws, none of it
   * happened. Not nested, not asynchronous.
   */
  transaction<T>(work: (db: WriteDb) => T): T;
  /** While frozen, transactions are refused by a throw; reading goes on. For copying the store, or a long writer. */
  freeze(frozen: boolean): void;
  /** Whether transactions are refused now. */
  readonly frozen: boolean;
  /** While paused, what is written stays in the write-ahead log and the main file does not change. */
  pauseCheckpoints(paused: boolean): void;
  /** Empties the write-ahead log into the main file. */
  checkpoint(): void;
  /** Checkpoints and closes both connections; safe to call twice. */
  close(): void;
}

const connections = new WeakMap<Store, Connection>();

/** The writing connection of a store, for maintenance in this folder. */
export function connectionOf(store: Store): Connection {
  const connection = connections.get(store);
  if (!connection?.open) throw new Error('the store is closed');
  return connection;
}

/** Opens both connections to an existing store. */
export function openStore(place: StorePlace): Result<Store, StoreFailure> {
  const writer = openConnection(place, 'write');
  if (!writer.ok) return writer;
  const reader = openConnection(place, 'read');
  if (!reader.ok) {
    writer.value.close();
    return reader;
  }
  return ok(storeOver(writer.value, reader.value));
}

function storeOver(writer: Connection, reader: Connection): Store {
  const writeDb = writeHandle(writer);
  let frozen = false;
  let paused = false;
  const store: Store = {
    read: readHandle(reader),
    transaction(work) {
      if (frozen)
        throw new Error('the store is frozen: it is copied as a whole, or another connection writes');
      if (writer.inTransaction) throw new Error('a transaction is already running');
      writer.exec('BEGIN IMMEDIATE');
      try {
        const result = work(writeDb);
        if (result instanceof Promise) throw new Error('a transaction cannot wait for a promise');
        writer.exec('COMMIT');
        return result;
      } finally {
        if (writer.inTransaction) writer.exec('ROLLBACK');
      }
    },
    freeze(value) {
      frozen = value;
    },
    get frozen() {
      return frozen;
    },
    pauseCheckpoints(value) {
      paused = value;
      if (writer.open) writer.pragma(`wal_autocheckpoint=${paused ? 0 : AUTOCHECKPOINT_PAGES}`);
    },
    checkpoint() {
      if (paused) return;
      writer.pragma('wal_checkpoint(TRUNCATE)');
    },
    close() {
      if (reader.open) reader.close();
      if (!writer.open) return;
      try {
        writer.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        writer.close();
      }
    },
  };
  connections.set(store, writer);
  return store;
}

const MAX_CACHED_STATEMENTS = 500;

/** Prepared statements by SQL text; the oldest goes when the cache is full. */
function statementsOf(db: Connection): (sql: string) => Statement {
  const cache = new Map<string, Statement>();
  return (sql) => {
    const known = cache.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    const oldest = cache.size >= MAX_CACHED_STATEMENTS ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(sql, statement);
    return statement;
  };
}

function readHandle(db: Connection): ReadDb {
  const statement = statementsOf(db);
  const reading = (sql: string) => {
    const prepared = statement(sql);
    if (!prepared.readonly) throw new Error('a reading handle runs reading statements only');
    return prepared;
  };
  const handle: Omit<ReadDb, typeof reads> = {
    all: <Row>(sql: string, params: SqlParams = []) => reading(sql).all(params) as Row[],
    get: <Row>(sql: string, params: SqlParams = []) => reading(sql).get(params) as Row | undefined,
    dataVersion: () => db.pragma('data_version', { simple: true }) as number,
  };
  return handle as ReadDb;
}

function writeHandle(db: Connection): WriteDb {
  const statement = statementsOf(db);
  const inTransaction = (sql: string) => {
    if (!db.inTransaction) throw new Error('a writing handle lives inside its transaction only');
    return statement(sql);
  };
  const handle: Omit<WriteDb, typeof reads | typeof writes> = {
    all: <Row>(sql: string, params: SqlParams = []) => inTransaction(sql).all(params) as Row[],
    get: <Row>(sql: string, params: SqlParams = []) => inTransaction(sql).get(params) as Row | undefined,
    run: (sql, params = []) => inTransaction(sql).run(params).changes,
  };
  return handle as WriteDb;
}
