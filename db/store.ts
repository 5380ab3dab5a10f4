import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Connection } from './driver.ts';
import { type StoreFailure, storeFailureOf } from './failures.ts';
import { connectionOf, type Store } from './handle.ts';
import { initialiseStore, type Migration, migrate, type SchemaState, schemaState } from './migrate.ts';
import { type ConnectionMode, openConnection, type StorePlace } from './open.ts';

export type StoreInspection = {
  readonly schema: SchemaState;
  /** The generation of the vault header that the store last saw; 0 when it never saw one. */
  readonly headerGeneration: number;
};

/**
 * Looks at a store that nobody has open, without writing to it: what an opening may do is decided from this.
 */
export const inspectStore = (
  place: StorePlace,
  list: readonly Migration[],
): Result<StoreInspection, StoreFailure> => {
  const logBefore = sizeOf(`${place.file}-wal`);
  const seen = withConnection<StoreInspection, StoreFailure>(place, 'read', (db) => {
    const schema = schemaState(db, list);
    return ok({ schema, headerGeneration: schema.kind === 'foreign' ? 0 : readHeaderGeneration(db) });
  });
  // A reader may make the log's files but has no right to remove them again.
  if (logBefore === undefined && sizeOf(`${place.file}-wal`) === 0) removeLog(place.file);
  return seen;
};

const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;

const removeLog = (file: string): void => {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
};

/** Applies the missing steps of the list to a closed store; on failure nothing has changed. */
export const migrateStore = (
  place: StorePlace,
  list: readonly Migration[],
): Result<readonly string[], StoreFailure | 'migrationFailed'> =>
  withConnection(place, 'write', (db) => migrate(db, list));

/**
 * Makes a new store under `place.file`. It is built beside it and takes its name when it is complete, so that a
 * file of that name is always a whole store.
 */
export function createStore(
  place: StorePlace,
  list: readonly Migration[],
): Result<readonly string[], StoreFailure | 'migrationFailed'> {
  const building = { ...place, file: `${place.file}.new` };
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(building.file + suffix, { force: true });
  closeSync(openSync(building.file, 'wx', 0o600));
  const made = withConnection(building, 'create', (db) => initialiseStore(db, list));
  if (made.ok) renameSync(building.file, place.file);
  else rmSync(building.file, { force: true });
  return made;
}

/** Remembers a header generation inside the store; writes nothing when it is already known. */
export function recordHeaderGeneration(store: Store, generation: number): void {
  const db = connectionOf(store);
  if (readHeaderGeneration(db) === generation) return;
  db.prepare('UPDATE store_state SET header_generation = ?').run(generation);
}

function readHeaderGeneration(db: Connection): number {
  const row = db.prepare<[], { g: number }>('SELECT header_generation AS g FROM store_state').get();
  if (!row) throw new Error('the store has no state row');
  return row.g;
}

/** Opens, works, closes; damage that is found while working is a failure like damage found while opening. */
function withConnection<T, Code extends string>(
  place: StorePlace,
  mode: ConnectionMode,
  work: (db: Connection) => Result<T, Code>,
): Result<T, Code | StoreFailure> {
  const opened = openConnection(place, mode);
  if (!opened.ok) return opened;
  try {
    return work(opened.value);
  } catch (error) {
    const failure = storeFailureOf(error);
    if (!failure) throw error;
    return fail(failure);
  } finally {
    opened.value.close();
  }
}
