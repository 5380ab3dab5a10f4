import Database from 'better-sqlite3';

/**
 * The part of the driver that the store uses, and no more: its `backup` fails on encrypted files and its
 * `serialize` hands out plaintext, so neither can be spelled here.
 */
export interface Connection {
  readonly open: boolean;
  readonly inTransaction: boolean;
  prepare<Params extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Params, Row>;
  exec(sql: string): this;
  pragma(text: string, options?: { simple: boolean }): unknown;
  key(key: Buffer): number;
  rekey(key: Buffer): number;
  close(): this;
}

export interface Statement<Params extends unknown[] = unknown[], Row = unknown> {
  readonly readonly: boolean;
  run(...params: Params): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...params: Params): Row | undefined;
  all(...params: Params): Row[];
}

export interface ConnectOptions {
  readonly fileMustExist?: boolean;
  readonly readonly?: boolean;
  /** Milliseconds to wait for a lock. */
  readonly timeout?: number;
  readonly nativeBinding?: string | undefined;
}

export interface Driver {
  new (file: string, options?: ConnectOptions): Connection;
  readonly SqliteError: new (message: string, code: string) => Error & { readonly code: string };
}

/** Opens a file with the driver, without key or settings. `openConnection` is the way in for a store. */
export const connect = (file: string, options: ConnectOptions): Connection => new Database(file, options);

/** SQLite's code of an error (`SQLITE_CONSTRAINT_UNIQUE`), safe to show; undefined for errors of other kinds. */
export const sqliteCode = (error: unknown): string | undefined =>
  error instanceof Database.SqliteError ? error.code : undefined;
