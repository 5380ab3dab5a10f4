import { fail, ok, type Result } from '../result.ts';
import type { CsvRow } from './csv.ts';
import { machineNumber } from './number.ts';

/**
 * An input-output table: what each sector delivers to each other in a year, in the unit of the table. `flows[i * n + j]`
 * is what sector `i` delivers to sector `j` (row to column, as Leontief has it). `uses` are further columns (final
 * demand, total), `inputs` further rows (value added, imports), each by its name and in the order of the sectors.
 */
export type IoTable = {
  readonly sectors: readonly string[];
  /** Line of the text on which the row of each sector begins. */
  readonly lines: readonly number[];
  readonly flows: Float64Array;
  readonly uses: ReadonlyMap<string, Float64Array>;
  readonly inputs: ReadonlyMap<string, Float64Array>;
};

export const IO_LIMITS = { sectors: 500, others: 100 } as const;
export type IoCode =
  | 'ioShape'
  | 'ioTooLarge'
  | 'columnTwice'
  | 'keyTwice'
  | 'cellCount'
  | 'fieldMissing'
  | 'numberFormat'
  | 'numberAmbiguous'
  | 'valueTooSmall';

/**
 * Reads a square table with the sectors as header and as first cell of each row, in any order. Sectors are the names
 * that stand in both; other columns and rows are kept apart. An empty cell is refused and not taken for zero: write 0
 * where nothing flows. A flow may not be negative; other columns may (changes in stocks).
 * Failure params: `line`, and `field`, the column.
 */
export function readIoTable(rows: readonly CsvRow[]): Result<IoTable, IoCode> {
  const [head, ...body] = rows;
  if (head === undefined) return fail('ioShape', { line: 1 });
  const names = head.cells.slice(1).map((cell) => cell.trim());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return fail('columnTwice', { line: head.line, field: twice });
  const byName = new Map<string, CsvRow>();
  for (const row of body) {
    const name = (row.cells[0] ?? '').trim();
    if (byName.has(name)) return fail('keyTwice', { line: row.line, key: name });
    byName.set(name, row);
  }
  const sectors = names.filter((name) => name !== '' && byName.has(name));
  const n = sectors.length;
  if (n < 2) return fail('ioShape', { line: head.line });
  if (n > IO_LIMITS.sectors || names.length + byName.size - 2 * n > IO_LIMITS.others)
    return fail('ioTooLarge', { line: head.line, limit: IO_LIMITS.sectors });

  const number = (row: CsvRow, column: string, flow: boolean): Result<number, IoCode> => {
    if (row.cells.length !== head.cells.length)
      return fail('cellCount', { line: row.line, expected: head.cells.length, found: row.cells.length });
    const cell = (row.cells[names.indexOf(column) + 1] ?? '').trim();
    const place = { line: row.line, field: column };
    if (cell === '') return fail('fieldMissing', place);
    const read = machineNumber(cell);
    if (!read.ok) return fail(read.error.code, place);
    return flow && read.value < 0 ? fail('valueTooSmall', { ...place, limit: 0 }) : read;
  };
  const table = { flows: new Float64Array(n * n), uses: new Map<string, Float64Array>() };
  const others = names.filter((name) => name !== '' && !sectors.includes(name));
  for (const name of others) table.uses.set(name, new Float64Array(n));
  for (const [i, sector] of sectors.entries()) {
    const row = byName.get(sector) as CsvRow;
    for (const [j, column] of sectors.entries()) {
      const read = number(row, column, true);
      if (!read.ok) return read;
      table.flows[i * n + j] = read.value;
    }
    for (const name of others) {
      const read = number(row, name, false);
      if (!read.ok) return read;
      (table.uses.get(name) as Float64Array)[i] = read.value;
    }
  }
  const inputs = new Map<string, Float64Array>();
  for (const [name, row] of byName) {
    if (sectors.includes(name)) continue;
    const values = new Float64Array(n);
    for (const [j, column] of sectors.entries()) {
      const read = number(row, column, false);
      if (!read.ok) return read;
      values[j] = read.value;
    }
    inputs.set(name, values);
  }
  return ok({ sectors, lines: sectors.map((name) => (byName.get(name) as CsvRow).line), ...table, inputs });
}
