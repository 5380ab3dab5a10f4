import { type CsvCode, type CsvRow, parseCsv } from '../import/csv.ts';
import { type NumberCode, parseNumber } from '../import/number.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Unit } from './agreement.ts';

/** How a table of ratings lies: a row a rating (`unit`, `rater`, `value`), a row a unit, or a row a rater. */
export const LAYOUTS = ['list', 'units', 'raters'] as const;
export type Layout = (typeof LAYOUTS)[number];

export type RatingsCode = CsvCode | NumberCode | 'columnMissing' | 'cellCount' | 'keyTwice';
export type RatingsRead = {
  readonly layout: Layout;
  readonly units: readonly string[];
  readonly raters: readonly string[];
  /** A row a unit, a place a rater. */
  readonly values: readonly Unit[];
};

/** Cells that say that a rater gave no value. */
const MISSING = new Set(['', 'na', 'n/a', '*', '-', '.', 'null']);

type Cell = { readonly unit: string; readonly rater: string; readonly value: number | null };
type Failure = Result<never, RatingsCode>;

function numberOf(cell: string, line: number, field: string): Result<number | null, RatingsCode> {
  if (MISSING.has(cell.trim().toLowerCase())) return ok(null);
  const number = parseNumber(cell);
  return number.ok ? number : fail(number.error.code, { line, field });
}

/** Which way the table lies, as its header says it; without a first column of names each row is a rater. */
function layoutOf(header: readonly string[]): Layout {
  if (['unit', 'rater', 'value'].every((column) => header.includes(column))) return 'list';
  return header[0] === 'unit' ? 'units' : 'raters';
}

function* listCells(header: readonly string[], rows: readonly CsvRow[]): Generator<Cell | Failure> {
  const at = (column: string): number => header.indexOf(column);
  for (const { line, cells } of rows) {
    const value = numberOf(cells[at('value')] ?? '', line, 'value');
    yield value.ok
      ? { unit: cells[at('unit')] ?? '', rater: cells[at('rater')] ?? '', value: value.value }
      : value;
  }
}

/** Cells of a table whose rows are units or raters; `named` says that the first column holds the names of the rows. */
function* wideCells(
  header: readonly string[],
  rows: readonly CsvRow[],
  rowsAre: 'units' | 'raters',
  named: boolean,
): Generator<Cell | Failure> {
  for (const [r, { line, cells }] of rows.entries()) {
    const row = named ? (cells[0] ?? '') : String(r + 1);
    for (const [c, cell] of cells.entries()) {
      const column = header[c] as string;
      if (named && c === 0) continue;
      const value = numberOf(cell, line, column);
      if (!value.ok) yield value;
      else if (rowsAre === 'units') yield { unit: row, rater: column, value: value.value };
      else yield { unit: column, rater: row, value: value.value };
    }
  }
}

/**
 * Reads ratings from a table with a header. Columns `unit`, `rater` and `value` make a list; a first column `unit` says
 * that rows are units, and `rater`, or no such column, that rows are raters. `layout` overrules that. Empty, `NA`, `*`
 * and `-` are no value. One bad cell refuses the file: agreement over a part of the ratings would say something else.
 */
export function readRatings(text: string, layout?: Layout): Result<RatingsRead, RatingsCode> {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const [head, ...rows] = parsed.value;
  if (head === undefined) return fail('columnMissing', { field: 'unit' });
  const header = head.cells.map((cell) => cell.trim());
  const lower = header.map((cell) => cell.toLowerCase());
  const ragged = rows.find(({ cells }) => cells.length !== header.length);
  if (ragged)
    return fail('cellCount', { line: ragged.line, expected: header.length, found: ragged.cells.length });
  const lies = layout ?? layoutOf(lower);
  const lacking = ['unit', 'rater', 'value'].find((column) => !lower.includes(column));
  if (lies === 'list' && lacking) return fail('columnMissing', { field: lacking });
  const named = lower[0] === 'unit' || lower[0] === 'rater';
  const cells = lies === 'list' ? listCells(lower, rows) : wideCells(header, rows, lies, named);
  return tableOf(cells, lies);
}

function tableOf(cells: Iterable<Cell | Failure>, layout: Layout): Result<RatingsRead, RatingsCode> {
  const units = new Map<string, number>();
  const raters = new Map<string, number>();
  const placed: (number | null)[][] = [];
  const seen = new Set<string>();
  const placeOf = (known: Map<string, number>, name: string): number => {
    const place = known.get(name) ?? known.size;
    known.set(name, place);
    return place;
  };
  for (const cell of cells) {
    if ('ok' in cell) return cell;
    const [u, r] = [placeOf(units, cell.unit), placeOf(raters, cell.rater)];
    if (seen.has(`${u} ${r}`)) return fail('keyTwice', { key: `${cell.unit}, ${cell.rater}` });
    seen.add(`${u} ${r}`);
    placed[u] ??= [];
    (placed[u] as (number | null)[])[r] = cell.value;
  }
  const values = placed.map((row) => Array.from({ length: raters.size }, (_, r) => row[r] ?? null));
  return ok({ layout, units: [...units.keys()], raters: [...raters.keys()], values });
}
