import type { At } from '#shared/ipc/common.ts';
import type { LogId } from '#shared/model/ids.ts';
import { SETTLED_BY_TIME } from '#shared/model/records/layout.ts';
import type { RecordType } from '#shared/model/records.ts';
import type { ReadDb } from '../handle.ts';
import { atParams, liveAt } from './versions.ts';

/** Condition on a version: two live ones of its record ask for a person's decision. */
export const TO_SETTLE = `type NOT IN (${SETTLED_BY_TIME.map((type) => `'${type}'`).join(', ')})`;

/** Records by type, each counted once however many versions are live. */
export const recordCounts = (db: ReadDb, log: LogId, at: At): Partial<Record<RecordType, number>> =>
  Object.fromEntries(
    db
      .all<{ type: RecordType; count: number }>(
        `SELECT v.type, count(DISTINCT v.record) AS count FROM version v WHERE v.log = $log AND ${liveAt(at)} GROUP BY v.type`,
        { log, ...atParams(at) },
      )
      .map(({ type, count }) => [type, count]),
  );

/** Op bodies that this vault was not given. */
export const withheldCount = (db: ReadDb, log: LogId): number =>
  (
    db.get<{ count: number }>('SELECT count(*) AS count FROM op WHERE log = ? AND content IS NULL', [
      log,
    ]) as { count: number }
  ).count;

/** Records with more than one live version, but places in a picture; a withdrawal against an edit is a conflict too. */
export const conflictingRecords = (db: ReadDb, log: LogId): string[] =>
  db
    .all<{ record: string }>(
      `SELECT record FROM version WHERE log = ? AND known_to IS NULL AND ${TO_SETTLE} GROUP BY record HAVING count(*) > 1 ORDER BY record`,
      [log],
    )
    .map(({ record }) => record);

/** Live versions of a type or shape that this app does not know. */
export const unreadableTypes = (db: ReadDb, log: LogId): { type: string; count: number }[] =>
  db.all(
    'SELECT type, count(*) AS count FROM version WHERE log = ? AND known_to IS NULL AND readable = 0 GROUP BY type ORDER BY type',
    [log],
  );
