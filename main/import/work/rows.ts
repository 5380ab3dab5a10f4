import type { StagedRow } from '#db/import/stage.ts';
import { type CsvRow, CsvStream } from '#shared/import/csv.ts';
import { TEXT_FORMATS } from '#shared/import/formats.ts';
import type { FileRow, ReadContext } from '#shared/import/reader.ts';
import { headerNames, numberedNames } from '#shared/import/table/header.ts';
import type { TableMapping, TableRow } from '#shared/import/table/mapping.ts';
import { mappingProblems, placeMapping, TableReader } from '#shared/import/table/reader.ts';
import { type FileSource, sizeOf } from '../bytes.ts';
import { refusedFile } from '../failure.ts';
import { folderRows } from '../folder.ts';
import type { ImportChoice } from '../state.ts';
import type { Report } from '../task.ts';
import { encodingOf, textOf } from '../text.ts';
import { sheetRows } from '../xlsx.ts';

/** Rows of the file that are ready; `header` comes with the first piece of a table. */
export type Piece = { readonly rows: readonly StagedRow[]; readonly header?: readonly string[] };

type Corrections = ReadonlyMap<number, readonly (string | number)[]>;

/** Takes the header off a table that comes in pieces, and reads the rows after it under a mapping. */
class MappedTable {
  readonly #mapping: TableMapping;
  readonly #headerLine: number;
  readonly #sheet: string | undefined;
  readonly #context: ReadContext;
  readonly #corrected: Corrections;
  #reader: TableReader | undefined;
  header: readonly string[] | undefined;

  constructor(
    mapping: TableMapping,
    options: { readonly headerLine: number; readonly sheet?: string | undefined },
    context: ReadContext,
    corrected: Corrections,
  ) {
    this.#mapping = mapping;
    this.#headerLine = options.headerLine;
    this.#sheet = options.sheet;
    this.#context = context;
    this.#corrected = corrected;
  }

  push(rows: readonly TableRow[]): readonly FileRow[] {
    let left = rows;
    if (this.#reader === undefined) {
      const at = this.#headerLine === 0 ? 0 : rows.findIndex(({ line }) => line >= this.#headerLine);
      const head = rows[at];
      if (head === undefined) return [];
      this.header = this.#headerLine === 0 ? numberedNames(this.#width(head)) : headerNames(head.cells);
      const [problem] = mappingProblems(this.#mapping, this.header);
      if (problem) throw refusedFile('mappingWrong', { column: problem.field ?? '', problem: problem.code });
      this.#reader = new TableReader(placeMapping(this.#mapping, this.header, this.#sheet), this.#context);
      left = this.#headerLine === 0 ? rows : rows.slice(at + 1);
    }
    return this.#reader.push(
      left.map((row) => ({ line: row.line, cells: this.#corrected.get(row.line) ?? row.cells })),
    );
  }

  /** Without a header a table is as wide as its first row, or as the mapping says. */
  #width(first: TableRow): number {
    const mapped = this.#mapping.columns.map(({ header }) => Number(/^#(\d+)$/.exec(header)?.[1] ?? 0));
    return Math.max(first.cells.length, ...mapped);
  }
}

async function* csvRows(
  { table, file }: ImportChoice,
  source: FileSource,
  context: ReadContext,
  corrected: Corrections,
  report: Report,
): AsyncIterable<Piece> {
  if (!table) throw refusedFile('mappingWrong');
  const { options, mapping } = table;
  const total = sizeOf(source);
  const encoding = options.encoding ?? (await encodingOf(source, (done) => report('looking', done, total)));
  const { delimiter, quote } = options;
  const stream = new CsvStream({
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
  });
  const mapped = new MappedTable(mapping, options, context, corrected);
  const piece = ({ rows, failure }: ReturnType<CsvStream['push']>): Piece => {
    const read = mapped.push(rows as readonly CsvRow[]).map((row) => ({ ...row, file }));
    if (!failure) return mapped.header ? { rows: read, header: mapped.header } : { rows: read };
    const { line = 1, ...params } = failure.params;
    const broken: StagedRow = {
      file,
      line,
      records: [],
      problems: [{ code: failure.code, params }],
      broken: true,
    };
    return { rows: [...read, broken] };
  };
  for await (const text of textOf(source, encoding, (done) => report('reading', done, total)))
    yield piece(stream.push(text));
  yield piece(stream.end());
  if (mapped.header === undefined) throw refusedFile('headerMissing');
}

async function* xlsxRows(
  { table, file }: ImportChoice,
  source: FileSource,
  context: ReadContext,
  corrected: Corrections,
  report: Report,
): AsyncIterable<Piece> {
  if (!table) throw refusedFile('mappingWrong');
  const { options, mapping } = table;
  const mapped = new MappedTable(mapping, options, context, corrected);
  const read = (done: number, total: number): void => report('reading', done, total);
  for await (const rows of sheetRows(source, options.sheet, read)) {
    const placed = mapped.push(rows).map((row) => ({ ...row, file }));
    if (mapped.header) yield { rows: placed, header: mapped.header };
  }
  if (mapped.header === undefined) throw refusedFile('headerMissing');
}

async function* textRows(
  choice: ImportChoice,
  source: FileSource,
  context: ReadContext,
  report: Report,
): AsyncIterable<Piece> {
  const { format, file } = choice;
  const total = sizeOf(source);
  const reader = TEXT_FORMATS[format as keyof typeof TEXT_FORMATS].open(context);
  const placed = (rows: readonly FileRow[]): Piece => ({ rows: rows.map((row) => ({ ...row, file })) });
  const encoding =
    choice.table?.options.encoding ?? (await encodingOf(source, (done) => report('looking', done, total)));
  for await (const text of textOf(source, encoding, (done) => report('reading', done, total)))
    yield placed(reader.push(text));
  yield placed(reader.end());
}

/** The rows of a file of any format, piece by piece. @throws ImportFailure */
export async function* rowsOfFile(
  choice: ImportChoice,
  source: FileSource,
  context: ReadContext,
  corrected: Corrections,
  report: Report,
): AsyncIterable<Piece> {
  if (choice.format === 'folder') yield { rows: await folderRows(source, context) };
  else if (choice.format === 'csv') yield* csvRows(choice, source, context, corrected, report);
  else if (choice.format === 'xlsx') yield* xlsxRows(choice, source, context, corrected, report);
  else yield* textRows(choice, source, context, report);
}
