import { fail, ok, type Result } from '#shared/result.ts';
import { type Connection, connect } from './driver.ts';
import { type StoreFailure, storeFailureOf } from './failures.ts';

export type FileLock = { release(): void };

/**
 * Takes an exclusive lock that the operating system drops when the process ends, however it ends. The lock file
 * stays behind, empty: removing it would let two processes lock two files of one name.
 * A second attempt, from this or another process, answers `storeBusy`.
 */
export function lockFile(file: string, nativeBinding?: string): Result<FileLock, StoreFailure> {
  let db: Connection | undefined;
  try {
    db = connect(file, { timeout: 0, nativeBinding });
    db.pragma('journal_mode=MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    const failure = storeFailureOf(error);
    if (!failure) throw error;
    return fail(failure);
  }
  const held = db;
  return ok({ release: () => void held.close() });
}
