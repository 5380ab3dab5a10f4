import { type CsvDialect, CsvStream } from '../csv.ts';
import { headerNames, numberedNames } from './header.ts';
import type { TableRow } from './mapping.ts';

/** Header and first rows of a table, to show and to map. */
export type TableHead = { readonly header: readonly string[]; readonly sample: readonly TableRow[] };

/** The header that stands on a line, and the rows after it; on line 0 there is none and columns have numbers. */
export function headOf(rows: readonly TableRow[], headerLine: number): TableHead {
  if (headerLine === 0) {
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    return { header: numberedNames(width), sample: rows };
  }
  const at = rows.findIndex(({ line }) => line >= headerLine);
  const head = rows[at];
  return head === undefined
    ? { header: [], sample: [] }
    : { header: headerNames(head.cells), sample: rows.slice(at + 1) };
}

/** The first rows of a text as a table; what is cut off at its end is left out. */
export function csvHead(text: string, dialect: Partial<CsvDialect>, whole: boolean): readonly TableRow[] {
  const stream = new CsvStream(dialect);
  const { rows } = stream.push(text);
  return whole ? [...rows, ...stream.end().rows] : rows;
}
