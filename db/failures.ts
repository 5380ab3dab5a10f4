import { sqliteCode } from './driver.ts';

/**
 * Ways in which a store file can fail for reasons outside the program. Anything else is a defect and is thrown.
 * - `storeMissing`: no such file;
 * - `storeUnreadable`: page 1 does not authenticate: another key, or a damaged or foreign file;
 * - `storeDamaged`: a later page does not authenticate, or the structure is broken;
 * - `storeBusy`: another connection holds it;
 * - `storeNotWritable`: read-only place, no rights, or a full disk.
 */
export type StoreFailure =
  | 'storeMissing'
  | 'storeUnreadable'
  | 'storeDamaged'
  | 'storeBusy'
  | 'storeNotWritable';

const BY_PRIMARY_CODE: readonly (readonly [prefix: string, failure: StoreFailure])[] = [
  ['SQLITE_NOTADB', 'storeUnreadable'],
  ['SQLITE_CORRUPT', 'storeDamaged'],
  ['SQLITE_IOERR', 'storeDamaged'],
  ['SQLITE_FORMAT', 'storeDamaged'],
  ['SQLITE_BUSY', 'storeBusy'],
  ['SQLITE_LOCKED', 'storeBusy'],
  ['SQLITE_CANTOPEN', 'storeNotWritable'],
  ['SQLITE_READONLY', 'storeNotWritable'],
  ['SQLITE_PERM', 'storeNotWritable'],
  ['SQLITE_FULL', 'storeNotWritable'],
];

/** The expected failure behind a thrown driver error; undefined when it is not one (then rethrow it). */
export function storeFailureOf(error: unknown): StoreFailure | undefined {
  const code = sqliteCode(error);
  if (!code) return undefined;
  return BY_PRIMARY_CODE.find(([prefix]) => code.startsWith(prefix))?.[1];
}
