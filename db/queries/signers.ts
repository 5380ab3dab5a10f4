import type { AuthorKey, LogId, RecordId } from '#shared/model/ids.ts';
import type { ReadDb } from '../handle.ts';

/** Every key that ever signed a version of a record, sorted. */
export const signersOf = (db: ReadDb, log: LogId, record: RecordId): AuthorKey[] =>
  db
    .all<{ key: AuthorKey }>(
      `SELECT DISTINCT c.author AS key FROM version v JOIN change c ON c.n = v.change
       WHERE v.log = ? AND v.record = ? ORDER BY key`,
      [log, record],
    )
    .map(({ key }) => key);
