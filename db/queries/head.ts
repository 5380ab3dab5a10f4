import type { LogId } from '#shared/model/ids.ts';
import type { ReadDb } from '../handle.ts';

/** A text that changes with everything that comes into a log: changes, and bodies that were withheld before. */
export function caseHead(db: ReadDb, log: LogId): string {
  const row = db.get<{ changes: number | null; bodies: number | null }>(
    `SELECT (SELECT max(seq) FROM journal WHERE log = $log) AS changes,
       (SELECT max(seq) FROM op WHERE log = $log) AS bodies`,
    { log },
  );
  return `${row?.changes ?? 0} ${row?.bodies ?? 0}`;
}
