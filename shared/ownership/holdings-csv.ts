import { type CsvCode, type CsvRow, parseCsv } from '../import/csv.ts';
import { fail, ok, type Result } from '../result.ts';
import { between, exactly, type Holding, type Share, UNKNOWN_SHARE } from './interest.ts';
import { parseShare, type ShareCode } from './share-cell.ts';

/** Columns of a bare file of interests; the first two must be there. */
export const HOLDING_COLUMNS = ['holder', 'held', 'share', 'votes', 'min', 'max'] as const;
type Column = (typeof HOLDING_COLUMNS)[number];

export type HoldingRowCode = ShareCode | 'cellCount' | 'fieldMissing' | 'rangeReversed' | 'shareOutsideRange';
export type HoldingFileCode = CsvCode | 'columnMissing' | 'columnTwice';

/** One refused row: its line in the file (the header is line 1), the column, and why. */
export type RefusedRow = {
  readonly line: number;
  readonly field?: Column;
  readonly code: HoldingRowCode;
  readonly params?: Readonly<Record<string, number>>;
};

/** `lines[i]` is the line of `holdings[i]`; `ignored` are columns that we do not know, as the file spells them. */
export type HoldingsRead = {
  readonly holdings: readonly Holding[];
  readonly lines: readonly number[];
  readonly refused: readonly RefusedRow[];
  readonly ignored: readonly string[];
};

/** Reads the text of a file of interests; see `readHoldings`. Fails when it is no table or lacks a column. */
export function readHoldingsCsv(text: string): Result<HoldingsRead, HoldingFileCode> {
  const rows = parseCsv(text);
  return rows.ok ? readHoldings(rows.value) : rows;
}

/**
 * Reads interests from the rows of a table, header first: `holder`, `held`, and where known `share` (of capital),
 * `votes`, `min` and `max` (of the share), in any order and case. Shares are fractions or percentages with their
 * sign. With only `min` or `max` the other end is open; with neither, and no share, the share is unknown: an empty
 * cell is never 0. A bad row is refused with its line and field and never stops the others.
 */
export function readHoldings(rows: Iterable<CsvRow>): Result<HoldingsRead, HoldingFileCode> {
  const holdings: Holding[] = [];
  const lines: number[] = [];
  const refused: RefusedRow[] = [];
  let header: readonly string[] | undefined;
  let ignored: readonly string[] = [];
  for (const { line, cells } of rows) {
    if (header === undefined) {
      const names = cells.map((cell) => cell.trim().toLowerCase());
      const broken = checkHeader(names);
      if (!broken.ok) return broken;
      header = names;
      ignored = cells.filter((_, i) => !HOLDING_COLUMNS.some((column) => column === names[i]));
      continue;
    }
    const read = readRow(header, cells);
    if ('holding' in read) {
      holdings.push(read.holding);
      lines.push(line);
    } else {
      refused.push({ line, ...read });
    }
  }
  if (header === undefined) return fail('columnMissing', { field: 'holder' });
  return ok({ holdings, lines, refused, ignored });
}

function checkHeader(names: readonly string[]): Result<undefined, 'columnMissing' | 'columnTwice'> {
  for (const field of HOLDING_COLUMNS) {
    if (names.indexOf(field) !== names.lastIndexOf(field)) return fail('columnTwice', { field });
  }
  for (const field of ['holder', 'held'] as const) {
    if (!names.includes(field)) return fail('columnMissing', { field });
  }
  return ok(undefined);
}

type Refused = Omit<RefusedRow, 'line'>;

function readRow(
  header: readonly string[],
  cells: readonly string[],
): { readonly holding: Holding } | Refused {
  if (cells.length !== header.length) {
    return { code: 'cellCount', params: { expected: header.length, found: cells.length } };
  }
  const cell = (column: Column): string => cells[header.indexOf(column)]?.trim() ?? '';
  for (const field of ['holder', 'held'] as const) {
    if (cell(field) === '') return { field, code: 'fieldMissing' };
  }
  const values = new Map<Column, number>();
  for (const field of ['share', 'votes', 'min', 'max'] as const) {
    if (cell(field) === '') continue;
    const value = parseShare(cell(field));
    if (!value.ok) return { field, code: value.error.code };
    values.set(field, value.value);
  }
  const capital = shareOf(values.get('share'), values.get('min'), values.get('max'));
  if ('code' in capital) return capital;
  const votes = values.get('votes');
  return {
    holding: {
      holder: cell('holder'),
      held: cell('held'),
      capital,
      ...(votes === undefined ? {} : { votes: exactly(votes) }),
    },
  };
}

function shareOf(
  best: number | undefined,
  low: number | undefined,
  high: number | undefined,
): Share | Refused {
  if (low === undefined && high === undefined) return best === undefined ? UNKNOWN_SHARE : exactly(best);
  const [min, max] = [low ?? 0, high ?? 1];
  if (min > max) return { field: 'max', code: 'rangeReversed' };
  if (best !== undefined && (best < min || best > max)) return { field: 'share', code: 'shareOutsideRange' };
  return min === max ? exactly(min) : between(min, max, best);
}
