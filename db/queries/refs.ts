import type { RecordRef } from '#shared/ipc/common.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { ReadDb } from '../handle.ts';

/**
 * Names of records as they are or, for withdrawn ones, as they last were: a list may still have to name them. Records
 * that nobody here knows are absent.
 */
export function refsOf(db: ReadDb, log: LogId, records: Iterable<RecordId>): Map<RecordId, RecordRef> {
  const rows = db.all<RecordRef>(
    `SELECT v.record, v.type, v.label, v.marking FROM version v
     WHERE v.log = $log AND v.record IN (SELECT value FROM json_each($records)) AND v.readable = 1 AND v.withdrawn = 0
     ORDER BY v.known_to IS NULL, v.known_from, v.n`,
    { log, records: JSON.stringify([...new Set(records)]) },
  );
  return new Map(rows.map((row) => [row.record, row]));
}

export const refOf = (db: ReadDb, log: LogId, record: RecordId): RecordRef | undefined =>
  refsOf(db, log, [record]).get(record);
