import type { Problem } from '#shared/import/reader.ts';
import type { Cell } from '#shared/import/table/mapping.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { RecordType } from '#shared/model/records.ts';
import type { ReadDb, WriteDb } from '../handle.ts';
import type { Effect } from './effects.ts';

/** How many records and rows of each kind wait. `refused` counts rows, as do the kinds after it. */
export type StageCounts = {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly skipped: number;
  readonly superseded: number;
  readonly repeated: number;
  /** True when the file could not be read to its end. */
  readonly broken: boolean;
};

export function stageCounts(db: ReadDb): StageCounts {
  const effects = db.all<{ effect: Effect; count: number }>(
    'SELECT effect, count(*) AS count FROM import_record WHERE effect IS NOT NULL GROUP BY effect',
  );
  const states = db.all<{ state: string; count: number }>(
    "SELECT state, count(*) AS count FROM import_row INDEXED BY import_row_apart WHERE state <> 'stands' GROUP BY state",
  );
  const effectOf = (name: Effect): number => effects.find(({ effect }) => effect === name)?.count ?? 0;
  const stateOf = (name: string): number => states.find(({ state }) => state === name)?.count ?? 0;
  return {
    rows: db.get<{ n: number }>('SELECT count(*) AS n FROM import_row')?.n ?? 0,
    created: effectOf('created'),
    changed: effectOf('changed'),
    unchanged: effectOf('unchanged'),
    refused: stateOf('refused'),
    skipped: stateOf('skipped'),
    superseded: stateOf('superseded'),
    repeated: stateOf('repeated'),
    broken: db.get("SELECT 1 FROM import_row WHERE state = 'refused' AND broken = 1 LIMIT 1") !== undefined,
  };
}

/** Records of each type that taking the import would write. */
export const stageTypes = (db: ReadDb): { type: RecordType; count: number }[] =>
  db.all(
    "SELECT type, count(*) AS count FROM import_record WHERE effect IN ('created', 'changed') GROUP BY type ORDER BY type",
  );

export type StagedRecord = {
  readonly n: number;
  readonly row: number;
  readonly file: string;
  readonly line: number;
  readonly record: RecordId;
  readonly key: string;
  readonly type: RecordType;
  readonly marking: Marking;
  readonly body: { readonly [key: string]: Json };
  readonly path: string | null;
  readonly effect: Effect;
};
type RawRecord = Omit<StagedRecord, 'body'> & { body: string };

const parsed = ({ body, ...rest }: RawRecord): StagedRecord => ({
  ...rest,
  body: JSON.parse(body) as StagedRecord['body'],
});

const RECORD = `SELECT r.n, r.row, w.file, w.line, r.record, r.key, r.type, r.marking, r.body, r.path, r.effect
  FROM import_record r JOIN import_row w ON w.n = r.row`;

/** Records of one effect in the order of the file. */
export const stagedRecords = (db: ReadDb, effect: Effect, offset: number, limit: number): StagedRecord[] =>
  db
    .all<RawRecord>(`${RECORD} WHERE r.effect = ? ORDER BY r.row, r.n LIMIT ? OFFSET ?`, [
      effect,
      limit,
      offset,
    ])
    .map(parsed);

/** Records of one effect that come after a place in the file; for walking through all of them. */
export const stagedAfter = (
  db: ReadDb,
  effect: Effect,
  after: Pick<StagedRecord, 'row' | 'n'>,
  limit: number,
): StagedRecord[] =>
  db
    .all<RawRecord>(`${RECORD} WHERE r.effect = ? AND (r.row, r.n) > (?, ?) ORDER BY r.row, r.n LIMIT ?`, [
      effect,
      after.row,
      after.n,
      limit,
    ])
    .map(parsed);

/** A staged record by its id, to name what another one points at. */
export const stagedRecord = (db: ReadDb, record: RecordId): StagedRecord | undefined => {
  const raw = db.get<RawRecord>(
    `${RECORD} WHERE r.record = ? AND w.state = 'stands' ORDER BY r.weak, r.row, r.n LIMIT 1`,
    [record],
  );
  return raw && parsed(raw);
};

export type RefusedRow = {
  readonly n: number;
  readonly file: string;
  readonly line: number;
  readonly name: string | null;
  readonly cells: readonly Cell[] | null;
  readonly problems: readonly Problem[];
};

const problemsOf = (db: ReadDb, row: number): Problem[] =>
  db
    .all<{ field: string | null; code: Problem['code']; params: string | null }>(
      'SELECT field, code, params FROM import_problem WHERE row = ? ORDER BY position',
      [row],
    )
    .map(({ field, code, params }) => ({
      code,
      ...(field === null ? {} : { field }),
      ...(params === null ? {} : { params: JSON.parse(params) as NonNullable<Problem['params']> }),
    }));

/** Rows that are refused, or that the person passed over, in the order of the file, after the row `after`. */
export const rowsApart = (
  db: ReadDb,
  state: 'refused' | 'skipped',
  offset: number,
  limit: number,
): RefusedRow[] =>
  db
    .all<Omit<RefusedRow, 'problems' | 'cells'> & { cells: string | null }>(
      `SELECT n, file, line, name, cells FROM import_row INDEXED BY import_row_apart
       WHERE state = '${state}' AND state <> 'stands' ORDER BY n LIMIT ? OFFSET ?`,
      [limit, offset],
    )
    .map(({ cells, ...row }) => ({
      ...row,
      cells: cells === null ? null : (JSON.parse(cells) as Cell[]),
      problems: problemsOf(db, row.n),
    }));

/** Cells that the person corrected, by line: kept when the file is read again in another way. */
export const correctedCells = (db: ReadDb): { file: string; line: number; cells: Cell[] }[] =>
  db
    .all<{ file: string; line: number; cells: string }>(
      'SELECT file, line, cells FROM import_row INDEXED BY import_row_fixed WHERE fixed = 1 ORDER BY n',
    )
    .map(({ cells, ...place }) => ({ ...place, cells: JSON.parse(cells) as Cell[] }));

/** Passes rows over, or takes them in again; without `rows` all that are refused. */
export function skipRows(db: WriteDb, rows: readonly number[] | undefined, skipped: boolean): void {
  const to = skipped ? 'skipped' : 'refused';
  const from = skipped ? "('refused', 'stands')" : "('skipped')";
  if (rows === undefined)
    db.run(`UPDATE import_row SET state = '${to}' WHERE state = '${skipped ? 'refused' : 'skipped'}'`);
  else
    for (const row of rows)
      db.run(`UPDATE import_row SET state = ? WHERE n = ? AND state IN ${from}`, [to, row]);
}

export const rowAt = (db: ReadDb, n: number): { file: string; line: number; state: string } | undefined =>
  db.get('SELECT file, line, state FROM import_row WHERE n = ?', [n]);
