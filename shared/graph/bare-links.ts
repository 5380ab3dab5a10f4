import { pointOf } from '../cascade/network.ts';
import { type LinkColumn, type LinkRow, readLinks } from '../cascade/network-csv.ts';
import type { BareFileCode, BareRead } from '../import/bare-table.ts';
import type { CsvRow } from '../import/csv.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Ternary } from './model.ts';
import { type Supplies, UNKNOWN_INPUT } from './supply/net.ts';

/** Links of a bare file as numbers: `names[v]` is the name of node `v`, in the order in which the file names them. */
export type BareLinks = {
  readonly names: readonly string[];
  readonly n: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/**
 * What the file lets us say of inputs. `alternatives`: it tells neither products nor what is essential, and all
 * suppliers of a node count as alternatives (OR), as pure graph measures have it. `products`: suppliers of one product
 * are alternatives, different products are all needed (AND). `unknown`: it tells what is essential but no products.
 */
export const READINGS = ['alternatives', 'products', 'unknown'] as const;
export type Reading = (typeof READINGS)[number];

type Table = Pick<BareRead<LinkRow, LinkColumn, string>, 'items' | 'columns'>;

export function bareLinks({ items }: Pick<Table, 'items'>): BareLinks {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  const from = new Int32Array(items.length);
  const to = new Int32Array(items.length);
  items.forEach((row, e) => {
    from[e] = numberOf(row.from);
    to[e] = numberOf(row.to);
  });
  return { names: [...numbers.keys()], n: numbers.size, from, to };
}

const ESSENTIAL: Readonly<Record<LinkRow['importance'], Ternary>> = {
  essential: 'yes',
  linear: 'no',
  none: 'no',
  unknown: 'unknown',
};

/**
 * The supplies that the rows record. A column that the file lacks is the usual reading (see `Reading`; all inputs are
 * essential); an empty cell is a fact that is not known, and results are then certain or only possible.
 */
export function bareSupplies(
  links: BareLinks,
  { items, columns }: Table,
): Supplies & { readonly reading: Reading } {
  const { n, from, to } = links;
  const stated = columns.has('essential');
  const essential = items.map(({ importance }): Ternary => (stated ? ESSENTIAL[importance] : 'yes'));
  const base = { n, from, to, essential };
  if (columns.has('product')) {
    const products = new Map<string, number>();
    const input = Int32Array.from(items, ({ product }) => {
      if (product === undefined) return UNKNOWN_INPUT;
      const known = products.get(product) ?? products.size;
      products.set(product, known);
      return known;
    });
    return { ...base, input, reading: 'products' };
  }
  const input = new Int32Array(items.length).fill(stated ? UNKNOWN_INPUT : 0);
  return { ...base, input, reading: stated ? 'unknown' : 'alternatives' };
}

const WEIGHTS: readonly LinkColumn[] = ['weight', 'min', 'max'];

/** The rows of a file whose weights are needed: a row without one, or with nought, is refused. */
export function readWeighted(
  rows: Iterable<CsvRow>,
): Result<BareRead<LinkRow, LinkColumn, WeightedCode>, BareFileCode> {
  const read = readLinks(rows);
  if (!read.ok) return read;
  const { items, lines, refused, ...rest } = read.value;
  if (!WEIGHTS.some((column) => rest.columns.has(column))) return fail('columnMissing', { field: 'weight' });
  const good = items.map(({ volume }) => (pointOf(volume) ?? 0) > 0);
  const bad = items.flatMap(({ volume }, i) =>
    good[i] ? [] : [{ line: lines[i] as number, field: 'weight' as const, code: codeOf(pointOf(volume)) }],
  );
  return ok({
    ...rest,
    items: items.filter((_, i) => good[i]),
    lines: lines.filter((_, i) => good[i]),
    refused: [...refused, ...bad].sort((a, b) => a.line - b.line),
  });
}

type LinkCode = typeof readLinks extends (
  rows: Iterable<CsvRow>,
) => Result<BareRead<LinkRow, LinkColumn, infer Code>, BareFileCode>
  ? Code
  : never;
export type WeightedCode = LinkCode | 'weightMissing' | 'weightZero';

const codeOf = (weight: number | undefined): 'weightMissing' | 'weightZero' =>
  weight === undefined ? 'weightMissing' : 'weightZero';

/** The weights of rows that all have one. */
export const weightsOf = ({ items }: Pick<Table, 'items'>): Float64Array =>
  Float64Array.from(items, ({ volume }) => pointOf(volume) ?? Number.NaN);
