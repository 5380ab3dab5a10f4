import { fail, ok, type Result } from '../result.ts';

/** A row of a table: its cells and the line of the text on which it begins, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export const CSV_CODES = ['csvTooLarge', 'csvTooManyRows', 'csvCellTooLong', 'csvQuoteUnclosed'] as const;
export type CsvCode = (typeof CSV_CODES)[number];

/**
 * Limits of a table that is read whole: UTF-16 units and rows of the file. A table of any size is read in pieces
 * (`CsvStream`); the limits on a cell and on the cells of one row hold there too.
 */
export const CSV_LIMITS = { characters: 20_000_000, rows: 200_000, cell: 40_000, columns: 2_000 } as const;

/** How a table is written. `quote` empty: quotes are characters like others. */
export type CsvDialect = { readonly delimiter: string; readonly quote: '"' | "'" | '' };
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The part of the text in which the first row must end for its delimiter to be seen. */
const HEAD = 64 * 1024;

/**
 * The delimiter that the first row uses most outside quotes; a comma when there is none. Undefined: the row is not
 * complete yet. A pipe is taken only when nothing else is there, since it is common inside names.
 */
export function delimiterOf(text: string, whole: boolean): string | undefined {
  const counts = new Map<string, number>();
  let quoted = false;
  let ended = whole || text.length > HEAD;
  for (const character of text.slice(0, HEAD)) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      ended = true;
      break;
    } else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  if (!ended) return undefined;
  const [comma, semicolon, tab, pipe] = DELIMITERS;
  const most = [comma, semicolon, tab].reduce<string>(
    (best, candidate) => ((counts.get(candidate) ?? 0) > (counts.get(best) ?? 0) ? candidate : best),
    comma,
  );
  return (counts.get(most) ?? 0) === 0 && counts.has(pipe) ? pipe : most;
}

/** Rows that a piece completes; with `failure` nothing after them can be read. */
export type CsvRead = {
  readonly rows: readonly CsvRow[];
  readonly failure?: { readonly code: CsvCode; readonly params: Readonly<Record<string, number>> };
};

/**
 * Reads a table piece by piece (RFC 4180, and what spreadsheets make of it): a byte order mark, LF, CRLF or CR, quoted
 * cells with doubled quotes and line breaks. Cells stay as they are written: nothing is trimmed, calculated or turned
 * into a number, so a formula is only text. Rows without any text are left out. Where the pieces are cut makes no
 * difference. Without a dialect the delimiter is found in the first row.
 */
export class CsvStream {
  #delimiter: string | undefined;
  readonly #quote: string;
  #rest = '';
  #line = 1;
  #begun = false;
  #failed = false;

  constructor(dialect: Partial<CsvDialect> = {}) {
    this.#delimiter = dialect.delimiter;
    this.#quote = dialect.quote ?? '"';
  }

  push(piece: string): CsvRead {
    this.#rest += piece;
    return this.#read(false);
  }

  end(): CsvRead {
    return this.#read(true);
  }

  #read(whole: boolean): CsvRead {
    const rows: CsvRow[] = [];
    if (this.#failed || (this.#rest === '' && !whole)) return { rows };
    if (!this.#begun && this.#rest.startsWith('\ufeff')) this.#rest = this.#rest.slice(1);
    this.#begun = true;
    this.#delimiter ??= delimiterOf(this.#rest, whole);
    if (this.#delimiter === undefined) return { rows };
    const source = this.#rest;
    let at = 0;
    for (;;) {
      const row = readRow(source, at, this.#delimiter, this.#quote, whole);
      if (row === undefined) break;
      if ('failure' in row) {
        this.#failed = true;
        this.#rest = '';
        const line = row.failure === 'csvQuoteUnclosed' ? this.#line : this.#line + row.breaks;
        const params: Record<string, number> = { line };
        if (row.failure === 'csvCellTooLong') params.limit = CSV_LIMITS.cell;
        return { rows, failure: { code: row.failure, params } };
      }
      if (row.cells.some((cell) => cell !== '')) rows.push({ line: this.#line, cells: row.cells });
      this.#line += row.breaks + 1;
      at = row.end;
      if (at > source.length) break;
    }
    this.#rest = source.slice(at);
    return { rows };
  }
}

type Row =
  | { readonly cells: readonly string[]; readonly breaks: number; readonly end: number }
  | { readonly failure: 'csvCellTooLong' | 'csvQuoteUnclosed'; readonly breaks: number };

/**
 * The row that begins at `start`; `end` is where the next one does, past the text when this was the last. Undefined:
 * more is needed to know where it ends.
 */
function readRow(
  source: string,
  start: number,
  delimiter: string,
  quote: string,
  whole: boolean,
): Row | undefined {
  const cells: string[] = [];
  let breaks = 0;
  let at = start;
  for (;;) {
    const cell = readCell(source, at, delimiter, quote, whole);
    if (cell === undefined) return undefined;
    if (cell === 'unclosed') return { failure: 'csvQuoteUnclosed', breaks };
    if (cell === 'tooLong' || cells.length >= CSV_LIMITS.columns)
      return { failure: 'csvCellTooLong', breaks };
    cells.push(cell.text);
    breaks += cell.breaks;
    at = cell.end;
    if (source[at] !== delimiter) break;
    at++;
  }
  if (source[at] !== '\r') return { cells, breaks, end: at + 1 };
  if (at + 1 === source.length && !whole) return undefined;
  return { cells, breaks, end: at + (source[at + 1] === '\n' ? 2 : 1) };
}

type Cell = { readonly text: string; readonly end: number; readonly breaks: number };

/** The cell that begins at `start`; text after a closing quote is kept as it stands. */
function readCell(
  source: string,
  start: number,
  delimiter: string,
  quote: string,
  whole: boolean,
): Cell | 'tooLong' | 'unclosed' | undefined {
  // Every two characters as they are written are at least one of the cell.
  const limit = start + 2 * CSV_LIMITS.cell + 2;
  let text = '';
  let at = start;
  let breaks = 0;
  if (quote !== '' && source[at] === quote) {
    for (;;) {
      const close = source.indexOf(quote, at + 1);
      if ((close < 0 ? source.length : close) > limit) return 'tooLong';
      if (close < 0) return whole ? 'unclosed' : undefined;
      text += source.slice(at + 1, close);
      at = close + 1;
      if (at === source.length && !whole) return undefined;
      if (source[at] !== quote) break;
      text += quote;
    }
    breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  const rest = at;
  while (at < source.length && source[at] !== delimiter && source[at] !== '\n' && source[at] !== '\r') at++;
  if (text.length + at - rest > CSV_LIMITS.cell) return 'tooLong';
  if (at === source.length && !whole) return undefined;
  return { text: text + source.slice(rest, at), end: at, breaks };
}

/**
 * Reads a table that is in memory as a whole; see `CsvStream`. Fails, naming the line, when a quote is never closed or
 * a limit is passed: then nothing of it counts.
 */
export function parseCsv(text: string): Result<readonly CsvRow[], CsvCode> {
  if (text.length > CSV_LIMITS.characters) return fail('csvTooLarge', { limit: CSV_LIMITS.characters });
  const stream = new CsvStream();
  const rows: CsvRow[] = [];
  for (const read of [stream.push(text), stream.end()]) {
    for (const row of read.rows) rows.push(row);
    if (rows.length > CSV_LIMITS.rows) return fail('csvTooManyRows', { limit: CSV_LIMITS.rows });
    if (read.failure) return fail(read.failure.code, read.failure.params);
  }
  return ok(rows);
}
