import { delimiterOf } from '#shared/import/csv.ts';
import { type TextFormatId, textFormatsOf } from '#shared/import/formats.ts';
import { csvHead, headOf } from '#shared/import/table/detect.ts';
import { fits } from '#shared/import/table/header.ts';
import type {
  AskedOptions,
  TableChoices,
  TableMapping,
  TableOptions,
  TableRow,
} from '#shared/import/table/mapping.ts';
import { suggestMapping } from '#shared/import/table/suggest.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { Inspection } from '#shared/ipc/imports.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { fail, type Result } from '#shared/result.ts';
import { runWorker } from '../run-worker.ts';
import type { WorkbookHead, WorkbookTask } from '../workers/workbook.ts';
import { type FileSource, firstBytes } from './bytes.ts';
import { ImportFailure, isOutOfMemory, refusedFile } from './failure.ts';
import { type Encoding, encodingOf, headText } from './text.ts';

export type SavedMapping = {
  readonly record: RecordId;
  readonly name: string;
  readonly mapping: TableMapping;
};
type Chosen = TableChoices;

const HEAD = 64 * 1024;
/** Rows that are shown and judged before the whole file is. */
export const SAMPLE_ROWS = 20;
/** Rows by which a mapping is suggested. */
const LOOKED_AT = 200;

const plainName = (name: string): string => name.toLowerCase().replace(/\.gz$/, '');

/** A table in a text has few lines of one cell only; JSON and the like have no second column. */
const looksLikeTable = (rows: readonly TableRow[], name: string): 0 | 1 | 2 | 3 => {
  const wide = rows.filter(({ cells }) => cells.length > 1).length;
  const isNamed = /\.(?:csv|tsv|txt)$/.test(name);
  if (wide > 0 && wide >= rows.length * 0.6) return isNamed ? 3 : 2;
  return isNamed ? 1 : 0;
};

function tableOf(
  rows: readonly TableRow[],
  options: TableOptions,
  sheets: readonly string[],
  saved: readonly SavedMapping[],
  chosen: Chosen,
): NonNullable<Inspection['table']> {
  const { header, sample } = headOf(rows, options.headerLine);
  const looked = sample.slice(0, LOOKED_AT).map(({ cells }) => cells);
  return {
    options,
    sheets: [...sheets],
    header: [...header],
    sample: sample.slice(0, SAMPLE_ROWS).map(({ line, cells }) => ({ line, cells: [...cells] })),
    suggestion: suggestMapping(header, looked, chosen),
    saved: saved.filter(({ mapping }) => fits(mapping, header)),
  };
}

/** First part of a table of text, and how it is read. */
async function csvTable(source: FileSource, asked: AskedOptions, encoding: Encoding) {
  const { text, whole } = await headText(source, encoding, HEAD);
  const options: TableOptions = {
    headerLine: asked.headerLine ?? 1,
    encoding,
    delimiter: asked.delimiter ?? (delimiterOf(text, true) as TableOptions['delimiter']),
    quote: asked.quote ?? '"',
  };
  const { delimiter = ',', quote = '"' } = options;
  return { text, options, rows: csvHead(text, { delimiter, quote }, whole) };
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Spreadsheets of before 2007, and those under a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const startsAs = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Longest that a look into a workbook may take, and the memory that it gets. */
const LOOK_MS = 60_000;
const LOOK_MEGABYTES = 512;

async function inspectWorkbook(
  source: FileSource,
  asked: AskedOptions,
  chosen: Chosen,
  saved: readonly SavedMapping[],
): Promise<Inspection> {
  const task: WorkbookTask = { source, sheet: asked.sheet, count: LOOKED_AT + (asked.headerLine ?? 1) };
  const head = await lookInto(task);
  if (!head.ok) throw new ImportFailure(head.error.code, head.error.params);
  const { sheets, rows } = head.value;
  const options: TableOptions = {
    headerLine: asked.headerLine ?? rows[0]?.line ?? 1,
    ...sheetOf(asked.sheet ?? sheets[0]),
  };
  return {
    formats: [{ format: 'xlsx', sure: 3 }],
    packed: false,
    table: tableOf(rows, options, sheets, saved, chosen),
  };
}

const sheetOf = (sheet: string | undefined) => (sheet === undefined ? {} : { sheet });

async function lookInto(task: WorkbookTask): Promise<Result<WorkbookHead, ErrorCode>> {
  const signal = AbortSignal.timeout(LOOK_MS);
  try {
    return await runWorker<Result<WorkbookHead, ErrorCode>>('workbook', task, {
      signal,
      maxMegabytes: LOOK_MEGABYTES,
    });
  } catch (error) {
    if (signal.aborted) return fail('importRefused', { reason: 'tooSlow' });
    if (isOutOfMemory(error)) return fail('importRefused', { reason: 'memory' });
    throw error;
  }
}

/**
 * What a file is: the formats it may be in, the surest first, and for a table its header, a sample and a mapping to
 * begin with. Only the first part is read, but for the encoding, which the last line may decide.
 */
export async function inspectFile(
  source: FileSource,
  asked: AskedOptions,
  chosen: Chosen,
  saved: readonly SavedMapping[],
  onRead: (bytes: number) => void,
): Promise<Inspection> {
  const first = await firstBytes(source, 4);
  const packed = first[0] === 0x1f && first[1] === 0x8b;
  if (first.length === 0) throw refusedFile('noRows');
  if (startsAs(first, OLE)) throw refusedFile('workbookForm');
  if (startsAs(first, ZIP)) return inspectWorkbook(source, asked, chosen, saved);
  const encoding = asked.encoding ?? (await encodingOf(source, onRead));
  const name = plainName(source.name);
  const { text, options, rows } = await csvTable(source, asked, encoding);
  const table = looksLikeTable(rows, name);
  const formats: { format: TextFormatId | 'csv'; sure: 1 | 2 | 3 }[] = textFormatsOf(text, name).map(
    ({ id, likeness }) => ({ format: id, sure: likeness }),
  );
  if (table > 0) formats.push({ format: 'csv', sure: table as 1 | 2 | 3 });
  if (formats.length === 0) throw refusedFile('formatUnknown');
  formats.sort((a, b) => b.sure - a.sure);
  return {
    formats,
    packed,
    encoding,
    ...(table > 0 ? { table: tableOf(rows, options, [], saved, chosen) } : {}),
  };
}
