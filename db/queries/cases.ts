import type { CaseRow } from '#shared/ipc/cases.ts';
import type { LogId } from '#shared/model/ids.ts';
import { highestMarking, type Marking } from '#shared/model/marking.ts';
import type { ReadDb } from '../handle.ts';
import { TO_SETTLE } from './counts.ts';

type Row = Omit<CaseRow, 'archived' | 'marking'> & { archived: number; n: number };

/** Live versions of case records, the newest first where two are in conflict, so that a list shows one row a case. */
const CASES = `SELECT v.log AS logId, v.n, r.title, r.reference, r.status, r.lead_department AS leadDepartment, r."trigger", r.archived,
  (SELECT max(j.received_at) FROM journal j WHERE j.log = v.log) AS changedAt,
  (SELECT c.signer ->> '$.name' FROM journal j JOIN change c ON c.id = j.change WHERE j.log = v.log ORDER BY j.seq DESC LIMIT 1) AS changedBy,
  (SELECT count(DISTINCT w.record) FROM version w WHERE w.log = v.log AND w.known_to IS NULL AND w.withdrawn = 0) AS records,
  (SELECT count(*) FROM (SELECT 1 FROM version w WHERE w.log = v.log AND w.known_to IS NULL AND w.${TO_SETTLE} GROUP BY w.record HAVING count(*) > 1)) AS conflicts
  FROM version v JOIN r_case r ON r.n = v.n
  WHERE v.type = 'case' AND v.record = v.log AND v.known_to IS NULL AND v.withdrawn = 0`;

/** High-water mark over everything live in a case. */
export const markingOf = (db: ReadDb, log: LogId): Marking =>
  highestMarking(
    db
      .all<{ marking: Marking }>(
        'SELECT DISTINCT marking FROM version WHERE log = ? AND known_to IS NULL AND withdrawn = 0',
        [log],
      )
      .map(({ marking }) => marking),
  );

const rowOf = (
  db: ReadDb,
  { archived, reference, n: _, ...row }: Row & { reference?: string | null },
): CaseRow => ({
  ...row,
  ...(reference ? { reference } : {}),
  archived: archived === 1,
  marking: markingOf(db, row.logId),
});

function unique(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ logId }) => !seen.has(logId) && seen.add(logId));
}

/** Cases of the vault, last changed first. */
export const caseRows = (db: ReadDb, archived: boolean): CaseRow[] =>
  unique(db.all<Row>(`${CASES} ORDER BY changedAt DESC, v.n DESC`))
    .filter((row) => (row.archived === 1) === archived)
    .map((row) => rowOf(db, row));

export const caseRow = (db: ReadDb, log: LogId): CaseRow | undefined => {
  const row = db.get<Row>(`${CASES} AND v.log = ? ORDER BY v.n DESC`, [log]);
  return row && rowOf(db, row);
};
