import { connectionOf, type Store } from '../handle.ts';

/** Pages of the write-ahead log, and of memory, that a large work gets: 160 MB each. */
const LOG_PAGES = 40_000;
const CACHE_KIB = 160 * 1_024;

/**
 * Fits a connection of its own to a large work. What only waits in the stage need not survive a power cut, so that it is
 * not forced to the disk with every piece; what goes into a log is (`lasting`). The file stays whole either way.
 */
export function tuneForImport(store: Store, lasting: boolean): void {
  const db = connectionOf(store);
  db.pragma(`wal_autocheckpoint=${LOG_PAGES}`);
  db.pragma(`cache_size=-${CACHE_KIB}`);
  db.pragma(`synchronous=${lasting ? 'FULL' : 'NORMAL'}`);
}
