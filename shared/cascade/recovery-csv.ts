import { type BareFileCode, type BareRead, type BareRefusal, readBareTable } from '../import/bare-table.ts';
import type { CsvRow } from '../import/csv.ts';
import { ok, type Result } from '../result.ts';
import type { Range } from './network.ts';
import { UNKNOWN } from './network.ts';
import { type Cell, type QuantityCode, rangeOf } from './network-csv.ts';
import type { Site } from './recovery.ts';

type Code = QuantityCode | 'fieldMissing' | 'nodeTwice' | 'nodeUnknown';
type Read<Item, Column extends string> = Result<BareRead<Item, Column, Code>, BareFileCode>;

/** A quantity that must be there with both ends: what is not filled in would be read as nought or as endless. */
function stated<Column extends string>(
  cell: Cell<Column>,
  [value, low, high]: readonly [Column, Column, Column],
): Range | BareRefusal<Column, Code> {
  const range = rangeOf(cell, value, low, high);
  if (range === undefined) return { field: value, code: 'fieldMissing' };
  if ('code' in range) return range;
  return Number.isFinite(range.max) ? range : { field: high, code: 'fieldMissing' };
}

const SITE_COLUMNS = {
  site: ['id', 'node'],
  capacity: [],
  capacityMin: ['capacity-min'],
  capacityMax: ['capacity-max'],
  stock: [],
  stockMin: ['stock-min'],
  stockMax: ['stock-max'],
  demand: [],
  demandMin: ['demand-min'],
  demandMax: ['demand-max'],
  margin: [],
  marginMin: ['margin-min'],
  marginMax: ['margin-max'],
  recover: ['recovery', 'recover-weeks'],
  recoverMin: ['recovery-min', 'recover-weeks-min'],
  recoverMax: ['recovery-max', 'recover-weeks-max'],
} as const;
export type SiteColumn = keyof typeof SITE_COLUMNS;
export type SiteRow = Omit<Site, 'inputs'> & { readonly recover: Range };

/**
 * Sites (field-practice 2.6.13): `site`, `capacity` and `demand` a week, `stock`, `margin` for each unit sold, `recover` in
 * weeks, each with `-min` and `-max` where it is a range. An empty capacity is not known; everything else must be there.
 */
export function readSites(rows: Iterable<CsvRow>): Read<SiteRow, SiteColumn> {
  const seen = new Set<string>();
  return readBareTable<SiteRow, SiteColumn, Code>(
    {
      columns: SITE_COLUMNS,
      required: ['site'],
      read: (cell) => {
        const id = cell('site');
        if (seen.has(id)) return { field: 'site', code: 'nodeTwice', params: { name: id } };
        const capacity = rangeOf(cell, 'capacity', 'capacityMin', 'capacityMax') ?? UNKNOWN;
        if ('code' in capacity) return capacity;
        const stock = stated(cell, ['stock', 'stockMin', 'stockMax']);
        if ('code' in stock) return stock;
        const demand = stated(cell, ['demand', 'demandMin', 'demandMax']);
        if ('code' in demand) return demand;
        const margin = stated(cell, ['margin', 'marginMin', 'marginMax']);
        if ('code' in margin) return margin;
        const recover = stated(cell, ['recover', 'recoverMin', 'recoverMax']);
        if ('code' in recover) return recover;
        seen.add(id);
        return ok({ id, capacity, stock, demand, margin, recover });
      },
    },
    rows,
  );
}

const INPUT_COLUMNS = {
  site: ['to', 'customer'],
  input: ['product'],
  source: ['from', 'supplier'],
  amount: [],
  amountMin: ['amount-min'],
  amountMax: ['amount-max'],
  stock: [],
  stockMin: ['stock-min'],
  stockMax: ['stock-max'],
} as const;
export type InputColumn = keyof typeof INPUT_COLUMNS;
export type InputRow = {
  readonly site: string;
  readonly input: string;
  readonly source: string;
  readonly amount: Range;
  readonly stock: Range;
};

/**
 * Inputs of those sites, a row for each source: `site`, `input`, `source`, `amount` for each unit made, `stock` of the
 * input. Every input is needed, from any of its sources; where its rows differ, any of them may be so.
 */
export const readInputs =
  (sites: ReadonlySet<string>) =>
  (rows: Iterable<CsvRow>): Read<InputRow, InputColumn> =>
    readBareTable<InputRow, InputColumn, Code>(
      {
        columns: INPUT_COLUMNS,
        required: ['site', 'input', 'source'],
        read: (cell) => {
          const [site, input, source] = [cell('site'), cell('input'), cell('source')];
          if (!sites.has(site)) return { field: 'site', code: 'nodeUnknown', params: { name: site } };
          if (!sites.has(source)) return { field: 'source', code: 'nodeUnknown', params: { name: source } };
          const amount = stated(cell, ['amount', 'amountMin', 'amountMax']);
          if ('code' in amount) return amount;
          const stock = stated(cell, ['stock', 'stockMin', 'stockMax']);
          if ('code' in stock) return stock;
          return ok({ site, input, source, amount, stock });
        },
      },
      rows,
    );

const hull = (one: Range, other: Range): Range => ({
  min: Math.min(one.min, other.min),
  max: Math.max(one.max, other.max),
});

/** The sites with their inputs. */
export function sitesOf(sites: readonly SiteRow[], inputs: readonly InputRow[]): Site[] {
  return sites.map(({ recover: _, ...site }) => {
    const own = new Map<string, { name: string; amount: Range; stock: Range; sources: string[] }>();
    for (const { site: id, input: name, source, amount, stock } of inputs) {
      if (id !== site.id) continue;
      const known = own.get(name);
      own.set(name, {
        name,
        amount: known ? hull(known.amount, amount) : amount,
        stock: known ? hull(known.stock, stock) : stock,
        sources: [...(known?.sources ?? []), source],
      });
    }
    return { ...site, inputs: [...own.values()] };
  });
}
