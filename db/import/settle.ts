import type { Problem } from '#shared/import/reader.ts';
import {
  caseProblem,
  keyTwice,
  type Pointer,
  pointerProblem,
  type Target,
  versionRefused,
} from '#shared/import/settle-rows.ts';
import type { LogId } from '#shared/model/ids.ts';
import type { RecordType } from '#shared/model/records.ts';
import type { ReadDb, WriteDb } from '../handle.ts';
import { addProblem } from './stage.ts';

/** Rows that are looked at in one piece. */
const PIECE = 2_000;

/**
 * Work that can rest between pieces, each of which runs in a transaction: in one for all, or in one for some, so that
 * others can write meanwhile.
 */
export type Steps = Generator<void, void, void>;

/** Refuses a row for what only the whole file or the case tells. */
export const refuseRow = (db: WriteDb, row: number, problem: Problem): void => {
  const { n } = db.get<{ n: number }>('SELECT count(*) AS n FROM import_problem WHERE row = ?', [row]) ?? {
    n: 0,
  };
  addProblem(db, row, n, problem, true);
  db.run("UPDATE import_row SET state = 'refused' WHERE n = ?", [row]);
};

/** Rows of which a refusal is to be told: those that stand so far. */
const refuseStanding = (db: WriteDb, rows: readonly number[], problem: Problem): void => {
  for (const row of rows)
    if (db.get("SELECT 1 FROM import_row WHERE n = ? AND state = 'stands'", [row]))
      refuseRow(db, row, problem);
};

/** Forgets what an earlier settling found; what the person passed over stays passed over. */
function unsettle(db: WriteDb): void {
  db.run('DELETE FROM import_problem WHERE settled = 1');
  db.run(
    `UPDATE import_row SET state = CASE WHEN own > 0 THEN 'refused' ELSE 'stands' END
     WHERE state IN ('refused', 'superseded', 'repeated')`,
  );
  db.run('UPDATE import_record SET effect = NULL WHERE effect IS NOT NULL');
}

function dropRepeats(db: WriteDb): void {
  const shared = db.all<{ name: string; digests: number }>(
    `SELECT name, count(DISTINCT digest) AS digests FROM import_row INDEXED BY import_row_by_name
     WHERE name IS NOT NULL AND state <> 'skipped' GROUP BY name HAVING count(*) > 1`,
  );
  for (const { name, digests } of shared) {
    const rows = db
      .all<{ n: number }>("SELECT n FROM import_row WHERE name = ? AND state <> 'skipped' ORDER BY n", [name])
      .map(({ n }) => n);
    if (digests > 1) refuseStanding(db, rows, keyTwice(name));
    else for (const n of rows.slice(1)) db.run("UPDATE import_row SET state = 'repeated' WHERE n = ?", [n]);
  }
}

function dropEarlierVersions(db: WriteDb): void {
  const keys = db.all<{ version: string; refused: number }>(
    `SELECT version, sum(state = 'refused') AS refused FROM import_row INDEXED BY import_row_by_version
     WHERE version IS NOT NULL AND state IN ('stands', 'refused') GROUP BY version HAVING count(*) > 1`,
  );
  for (const { version, refused } of keys) {
    const rows = db
      .all<{ n: number }>(
        `SELECT n FROM import_row WHERE version = ? AND state IN ('stands', 'refused') ORDER BY rank DESC, n DESC`,
        [version],
      )
      .map(({ n }) => n);
    if (refused > 0) refuseStanding(db, rows, versionRefused(version));
    else for (const n of rows.slice(1)) db.run("UPDATE import_row SET state = 'superseded' WHERE n = ?", [n]);
  }
}

/** A record that two rows describe in two ways. */
function refuseDifferent(db: WriteDb): void {
  const twice = db.all<{ record: string; key: string }>(
    `SELECT record, min(key) AS key FROM
       (SELECT r.record, (SELECT f.key FROM import_record f JOIN import_row v ON v.n = f.row
          WHERE f.record = r.record AND f.weak = 0 AND v.state IN ('stands', 'refused') ORDER BY f.row, f.n LIMIT 1) AS key,
        r.type, r.marking, r.body
        FROM import_record r JOIN import_row w ON w.n = r.row
        WHERE r.weak = 0 AND w.state IN ('stands', 'refused') AND r.record IN
          (SELECT record FROM import_record WHERE weak = 0 GROUP BY record HAVING count(*) > 1))
     GROUP BY record HAVING count(DISTINCT type || marking || body) > 1 ORDER BY record`,
  );
  for (const { record, key } of twice)
    refuseStanding(
      db,
      db
        .all<{ row: number }>(
          'SELECT DISTINCT row FROM import_record WHERE record = ? AND weak = 0 ORDER BY row',
          [record],
        )
        .map(({ row }) => row),
      keyTwice(key),
    );
}

const TARGET = `CASE WHEN t.type = 'relation' THEN t.type || ' ' || t.kind ELSE t.type END`;

/** What a pointer leads to in the file: what a standing row describes, or names where nothing refused describes it. */
const IN_FILE = `coalesce(
  (SELECT ${TARGET} FROM import_record t JOIN import_row v ON v.n = t.row
   WHERE t.record = p.record AND t.weak = 0 AND v.state = 'stands' ORDER BY t.row, t.n LIMIT 1),
  (SELECT ${TARGET} FROM import_record t JOIN import_row v ON v.n = t.row
   WHERE t.record = p.record AND t.weak = 1 AND v.state = 'stands' AND NOT (GONE) ORDER BY t.row, t.n LIMIT 1))`;
/** Whether a refused or passed-over row describes the record. */
const GONE = `EXISTS (SELECT 1 FROM import_wanted x JOIN import_row v ON v.n = x.row
   WHERE x.record = p.record AND v.state IN ('refused', 'skipped'))
  OR EXISTS (SELECT 1 FROM import_record x JOIN import_row v ON v.n = x.row
   WHERE x.record = p.record AND x.weak = 0 AND v.state IN ('refused', 'skipped'))`;
const IN_CASE = `(SELECT CASE WHEN c.type = 'relation' THEN c.type || ' ' || k.kind ELSE c.type END
   FROM version c LEFT JOIN r_relation k ON k.n = c.n
   WHERE c.log = $log AND c.record = p.record AND c.known_to IS NULL AND c.withdrawn = 0 AND c.readable = 1 LIMIT 1)`;

type PointerRow = {
  n: number;
  row: number;
  source: number;
  field: string;
  key: string;
  types: string | null;
  property: string | null;
  target: string | null;
  gone: number;
};
const POINTERS = `SELECT p.n, p.row, p.source, p.field, p.key, p.types, p.property,
  coalesce(${IN_FILE.replace('GONE', GONE)}, ${IN_CASE}) AS target, (${GONE}) AS gone
  FROM import_pointer p CROSS JOIN import_row w ON w.n = p.row AND w.state = 'stands'`;

const targetFrom = (text: string | null): Target | undefined => {
  if (text === null) return undefined;
  const [type, kind] = text.split(' ') as [RecordType, Target['kind']];
  return kind === undefined ? { type } : { type, kind };
};

type Found = { readonly at: readonly [source: number, pointer: number]; readonly problem: Problem };
type Fallen = Map<number, Found>;

/** The first problem of each row, in the order in which its records and their pointers stand. */
const note = (fallen: Fallen, row: number, found: Found): void => {
  const other = fallen.get(row)?.at;
  if (!other || found.at[0] < other[0] || (found.at[0] === other[0] && found.at[1] < other[1]))
    fallen.set(row, found);
};

function judge(
  fallen: Fallen,
  { n, row, source, field, key, types, property, target, gone }: PointerRow,
): void {
  const pointer: Omit<Pointer, 'record'> = {
    field,
    key,
    ...(types === null ? {} : { to: types.split(' ') as RecordType[] }),
    ...(property === null ? {} : { property }),
  };
  const problem = pointerProblem(pointer, targetFrom(target), gone === 1);
  if (problem) note(fallen, row, { at: [source, n], problem });
}

/** Records that the case has as something else, or in two versions; a party that is only named may be either. */
function judgeKnown(db: ReadDb, log: LogId, fallen: Fallen): void {
  const wrong = db.all<{
    n: number;
    row: number;
    key: string;
    type: RecordType;
    present: RecordType;
    live: number;
  }>(
    `SELECT r.n, r.row, r.key, r.type, c.type AS present, c.live FROM
       (SELECT record, max(CASE WHEN withdrawn = 0 AND readable = 1 THEN type END) AS type, count(*) AS live FROM version
        WHERE log = ? AND known_to IS NULL AND record IN (SELECT record FROM import_record) GROUP BY record) c
     CROSS JOIN import_record r ON r.record = c.record JOIN import_row w ON w.n = r.row
     WHERE c.type IS NOT NULL AND (c.type <> r.type OR c.live > 1) AND r.weak = 0 AND w.state = 'stands'`,
    [log],
  );
  for (const { n, row, key, type, present, live } of wrong) {
    const problem = caseProblem({ key, type }, { type: present, conflict: live > 1 });
    if (problem) note(fallen, row, { at: [n, 0], problem });
  }
}

/** Round by round: what points at nothing is refused, and then what pointed at that. */
function* dropDangling(db: WriteDb, log: LogId): Steps {
  let fallen: Fallen = new Map();
  judgeKnown(db, log, fallen);
  for (let after = 0; ; ) {
    const rows = db.all<PointerRow>(`${POINTERS} WHERE p.n > $after ORDER BY p.n LIMIT ${PIECE}`, {
      log,
      after,
    });
    for (const row of rows) judge(fallen, row);
    after = rows.at(-1)?.n ?? 0;
    yield;
    if (rows.length < PIECE) break;
  }
  while (fallen.size > 0) {
    for (const [row, { problem }] of fallen) refuseRow(db, row, problem);
    const records = db.all<{ record: string }>(
      `SELECT DISTINCT r.record FROM json_each(?) j JOIN import_record r ON r.row = j.value`,
      [JSON.stringify([...fallen.keys()])],
    );
    fallen = new Map();
    const touched = JSON.stringify(records.map(({ record }) => record));
    for (const row of db.all<PointerRow>(
      `${POINTERS} WHERE p.record IN (SELECT value FROM json_each($touched))`,
      { log, touched },
    ))
      judge(fallen, row);
    yield;
  }
}

/**
 * Settles the rows that wait, as `settleRows` says it, in the store itself, so that a large file needs no more memory
 * than a small one. Can be done again after rows were corrected or passed over.
 */
export function* settleStage(db: WriteDb, log: LogId): Steps {
  unsettle(db);
  yield;
  dropRepeats(db);
  yield;
  dropEarlierVersions(db);
  yield;
  refuseDifferent(db);
  yield;
  yield* dropDangling(db, log);
}
