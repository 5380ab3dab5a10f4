import { fail, ok, type Result } from '../result.ts';

/** A row of a table: its cells and the line of the text on which it begins, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export const CSV_CODES = ['csvTooLarge', 'csvTooManyRows', 'csvCellTooLong', 'csvQuoteUnclosed'] as const;
export type CsvCode = (typeof CSV_CODES)[number];

/** Largest file in UTF-16 units, most rows of one file, longest cell. */
export const CSV_LIMITS = { characters: 20_000_000, rows: 200_000, cell: 40_000 } as const;

const DELIMITERS = [',', ';', '\t'] as const;

/** The delimiter that the first row uses most outside quotes; a comma when there is none. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return DELIMITERS.reduce<string>(
    (best, candidate) => ((counts.get(candidate) ?? 0) > (counts.get(best) ?? 0) ? candidate : best),
    ',',
  );
}

/**
 * Reads a table as text (RFC 4180, and what spreadsheets make of it): a byte order mark, comma, semicolon or tab,
 * LF, CRLF or CR, quoted cells with doubled quotes and line breaks. Cells stay as they are written: nothing is
 * trimmed, calculated or turned into a number, so a formula is only text. Rows without any text are left out.
 * Fails, naming the line, when a quote is never closed or a limit is passed.
 */
export function parseCsv(text: string): Result<readonly CsvRow[], CsvCode> {
  if (text.length > CSV_LIMITS.characters) return fail('csvTooLarge', { limit: CSV_LIMITS.characters });
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const delimiter = delimiterOf(source);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let rowLine = 1;
  while (at <= source.length) {
    const cell = readCell(source, at, delimiter);
    if (cell === undefined) return fail('csvQuoteUnclosed', { line: rowLine });
    if (cell.text.length > CSV_LIMITS.cell) return fail('csvCellTooLong', { line, limit: CSV_LIMITS.cell });
    cells.push(cell.text);
    line += cell.breaks;
    at = cell.end;
    if (source[at] === delimiter) {
      at++;
      continue;
    }
    if (cells.some((content) => content !== '')) rows.push({ line: rowLine, cells });
    if (rows.length > CSV_LIMITS.rows) return fail('csvTooManyRows', { limit: CSV_LIMITS.rows });
    cells = [];
    at += source.startsWith('\r\n', at) ? 2 : 1;
    rowLine = ++line;
  }
  return ok(rows);
}

type Cell = { readonly text: string; readonly end: number; readonly breaks: number };

/** The cell that begins at `start`; text after a closing quote is kept as it stands. Undefined: a quote stays open. */
function readCell(source: string, start: number, delimiter: string): Cell | undefined {
  let text = '';
  let at = start;
  let breaks = 0;
  if (source[at] === '"') {
    for (;;) {
      const close = source.indexOf('"', at + 1);
      if (close < 0) return undefined;
      text += source.slice(at + 1, close);
      at = close + 1;
      if (source[at] !== '"') break;
      text += '"';
    }
    breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  }
  const rest = at;
  while (at < source.length && source[at] !== delimiter && source[at] !== '\n' && source[at] !== '\r') at++;
  return { text: text + source.slice(rest, at), end: at, breaks };
}
