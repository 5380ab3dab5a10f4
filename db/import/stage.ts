import { createHash } from 'node:crypto';
import type { FileRow, Problem, RowRecord } from '#shared/import/reader.ts';
import { pointerProblem, pointersOf, type Target, targetOf } from '#shared/import/settle-rows.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { ReadDb, WriteDb } from '../handle.ts';

/** A row that waits, with the file that it stands in. */
export type StagedRow = FileRow & {
  readonly file: string;
  /** Where the bytes of an attachment are, by record. */
  readonly paths?: Readonly<Record<string, string>>;
};

const TABLES = [
  'import_pointer',
  'import_record',
  'import_wanted',
  'import_problem',
  'import_row',
  'import_state',
];

/** Whether something waits: what a crash left behind too. */
export const isStaged = (db: ReadDb): boolean =>
  db.get('SELECT 1 FROM import_state UNION ALL SELECT 1 FROM import_row LIMIT 1') !== undefined;

/** Forgets the import that waits. */
export function clearStage(db: WriteDb): void {
  for (const table of TABLES) db.run(`DELETE FROM ${table}`);
}

/** What is known of the import that waits, as the shell keeps it; null when none does. */
export const readStageState = (db: ReadDb): string | null =>
  db.get<{ content: string }>('SELECT content FROM import_state WHERE id = 1')?.content ?? null;

export const writeStageState = (db: WriteDb, content: string): void => {
  db.run('INSERT OR REPLACE INTO import_state (id, content) VALUES (1, ?)', [content]);
};

/** To spell a body costs more than to store it: it is done once for each. */
const bodiesOf = (records: readonly RowRecord[]): string[] => records.map(({ body }) => canonicalText(body));

/** Tells two rows of one name apart by what their records say. */
const digestOfRow = ({ name, records }: FileRow, bodies: readonly string[]): string | null =>
  name === undefined
    ? null
    : createHash('sha256')
        .update(JSON.stringify(records.map(({ type, marking }, i) => [type, marking, bodies[i]])))
        .digest('hex');

const last = (db: ReadDb, table: 'import_row' | 'import_record' | 'import_pointer'): number =>
  db.get<{ n: number }>(`SELECT coalesce(max(n), 0) AS n FROM ${table}`)?.n ?? 0;

/** Writes rows to the stage as the reader gives them; nothing is settled yet. */
export class Stager {
  #row: number;
  #record: number;
  #pointer: number;

  readonly #given: RecordId | undefined;
  #cited = false;

  /** `given` is the source that the person chose for the file, or that is made for it: it is there in any case. */
  constructor(db: ReadDb, given?: RecordId) {
    this.#given = given;
    this.#row = last(db, 'import_row');
    this.#record = last(db, 'import_record');
    this.#pointer = last(db, 'import_pointer');
  }

  /** Rows and records that were written so far. */
  get rows(): number {
    return this.#row;
  }

  get records(): number {
    return this.#record;
  }

  /** Whether any record points at the given source. */
  get cited(): boolean {
    return this.#cited;
  }

  /** `fixed` rows have cells that the person corrected. */
  add(db: WriteDb, row: StagedRow, fixed = false): void {
    this.#row += 1;
    const { file, line, name, version, cells, broken } = row;
    const bodies = bodiesOf(row.records);
    db.run(
      `INSERT INTO import_row (n, file, line, name, digest, version, rank, cells, fixed, broken, own, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        this.#row,
        file,
        line,
        name ?? null,
        digestOfRow(row, bodies),
        version?.key ?? null,
        version?.rank ?? null,
        cells === undefined ? null : JSON.stringify(cells),
        Number(fixed),
        Number(broken ?? false),
        row.problems.length,
        row.problems.length > 0 ? 'refused' : 'stands',
      ],
    );
    this.#addContent(db, this.#row, row, bodies);
  }

  /** Puts another reading in the place of a row, after its cells were corrected. */
  replace(db: WriteDb, n: number, row: FileRow): void {
    const bodies = bodiesOf(row.records);
    for (const table of ['import_pointer', 'import_record', 'import_wanted', 'import_problem'])
      db.run(`DELETE FROM ${table} WHERE row = ?`, [n]);
    db.run(`UPDATE import_row SET cells = ?, fixed = 1, own = ?, state = ?, digest = ? WHERE n = ?`, [
      JSON.stringify(row.cells ?? []),
      row.problems.length,
      row.problems.length > 0 ? 'refused' : 'stands',
      digestOfRow(row, bodies),
      n,
    ]);
    this.#addContent(db, n, row, bodies);
  }

  #addContent(
    db: WriteDb,
    n: number,
    { records, problems, wanted = [], ...rest }: FileRow | StagedRow,
    bodies: readonly string[],
  ): void {
    const paths = ('paths' in rest && rest.paths) || {};
    for (const [position, problem] of problems.entries()) addProblem(db, n, position, problem, false);
    for (const record of new Set(wanted))
      db.run('INSERT INTO import_wanted (record, row) VALUES (?, ?)', [record, n]);
    const own = new Map(
      records.filter(({ weak }) => !weak).map((record) => [record.record, targetOf(record)] as const),
    );
    for (const [i, record] of records.entries())
      this.#addRecord(db, n, record, bodies[i] as string, own, paths[record.record] ?? null);
  }

  /** What a row points at in itself stands or falls with it, so that only other pointers have to be settled. */
  #addRecord(
    db: WriteDb,
    row: number,
    record: RowRecord,
    body: string,
    own: ReadonlyMap<RecordId, Target>,
    path: string | null,
  ): void {
    this.#record += 1;
    const { type, kind } = targetOf(record);
    db.run(
      `INSERT INTO import_record (n, row, record, key, type, kind, marking, weak, body, path)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        this.#record,
        row,
        record.record,
        record.key,
        type,
        kind ?? null,
        record.marking,
        Number(record.weak ?? false),
        body,
        path,
      ],
    );
    for (const pointer of pointersOf(record)) {
      if (pointer.record === this.#given) {
        this.#cited = true;
        continue;
      }
      const target = own.get(pointer.record);
      if (target && pointerProblem(pointer, target, false) === undefined) continue;
      this.#pointer += 1;
      db.run(
        `INSERT INTO import_pointer (n, row, source, record, field, key, types, property)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          this.#pointer,
          row,
          this.#record,
          pointer.record,
          pointer.field,
          pointer.key,
          pointer.to?.join(' ') ?? null,
          pointer.property ?? null,
        ],
      );
    }
  }
}

/** Writes down why a row is refused; `settled` for what only the whole file tells. */
export function addProblem(
  db: WriteDb,
  row: number,
  position: number,
  { field, code, params }: Problem,
  settled: boolean,
): void {
  db.run(
    'INSERT INTO import_problem (row, position, settled, field, code, params) VALUES (?, ?, ?, ?, ?, ?)',
    [
      row,
      position,
      Number(settled),
      field ?? null,
      code,
      params === undefined ? null : JSON.stringify(params),
    ],
  );
}
