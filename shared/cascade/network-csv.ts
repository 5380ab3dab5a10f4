import {
  type BareFileCode,
  type BareRead,
  type BareRefusal,
  bareNumber,
  readBareTable,
} from '../import/bare-table.ts';
import type { CsvRow } from '../import/csv.ts';
import { parseYesNo } from '../import/value-cells.ts';
import { ok, type Result } from '../result.ts';
import { between, exactly, type Importance, type Range, UNKNOWN } from './network.ts';

export type QuantityCode =
  | 'weightForm'
  | 'rangeReversed'
  | 'weightOutsideRange'
  | 'essentialForm'
  | 'classForm'
  | 'shareRange';
type Read<Item, Column extends string> = Result<BareRead<Item, Column, QuantityCode>, BareFileCode>;
export type Cell<Column extends string> = (column: Column) => string;

/**
 * A quantity in three cells: a value, and the bounds that are known. Without any, undefined; with one bound alone the
 * other end is open. An empty cell is never nought.
 */
export function rangeOf<Column extends string>(
  cell: Cell<Column>,
  value: Column,
  low: Column,
  high: Column,
  ceiling = Number.POSITIVE_INFINITY,
): Range | undefined | BareRefusal<Column, QuantityCode> {
  const numbers: (number | undefined)[] = [];
  for (const field of [value, low, high]) {
    const text = cell(field);
    const found = text === '' ? undefined : bareNumber(text);
    if (text !== '' && found === undefined) return { field, code: 'weightForm' };
    if (found !== undefined && found > ceiling) return { field, code: 'shareRange' };
    numbers.push(found);
  }
  const [best, min = 0, max = ceiling] = numbers;
  if (cell(low) === '' && cell(high) === '') return best === undefined ? undefined : exactly(best);
  if (min > max) return { field: high, code: 'rangeReversed' };
  if (best !== undefined && (best < min || best > max)) return { field: value, code: 'weightOutsideRange' };
  return between(min, max, best);
}

/** Essential, as people or programs say it; empty and `unknown` are not known. Undefined: none of these. */
function importanceOf(text: string): Importance | undefined {
  const word = text.toLowerCase();
  if (word === '' || word === 'unknown' || word === 'onbekend' || word === '?') return 'unknown';
  if (word === '1') return 'essential';
  if (word === '0') return 'linear';
  const yes = parseYesNo(word);
  return yes === undefined ? undefined : yes ? 'essential' : 'linear';
}

const LINK_COLUMNS = {
  from: ['supplier', 'source'],
  to: ['customer', 'target'],
  weight: ['value', 'volume'],
  min: [],
  max: [],
  product: ['input'],
  essential: [],
  stock: ['stock-days', 'stock_days'],
  stockMin: ['stock-days-min'],
  stockMax: ['stock-days-max'],
  replace: ['replace-days', 'replace_days'],
  replaceMin: ['replace-days-min'],
  replaceMax: ['replace-days-max'],
} as const;
export type LinkColumn = keyof typeof LINK_COLUMNS;
export type LinkRow = {
  readonly from: string;
  readonly to: string;
  readonly product?: string;
  readonly importance: Importance;
  readonly volume: Range;
  /** In days; undefined is not known. */
  readonly stock?: Range | undefined;
  readonly replace?: Range | undefined;
};

/**
 * Links of a bare file: `from`, `to`, and where known `weight` (or `min` and `max`), `product`, `essential` (yes, no or
 * empty), and for a time line `stock-days` and `replace-days` (each also with `-min` and `-max`). A column that is missing altogether and a cell that is empty are two things: see `bare-network.ts`.
 */
export const readLinks = (rows: Iterable<CsvRow>): Read<LinkRow, LinkColumn> =>
  readBareTable<LinkRow, LinkColumn, QuantityCode>(
    {
      columns: LINK_COLUMNS,
      required: ['from', 'to'],
      read: (cell) => {
        const volume = rangeOf(cell, 'weight', 'min', 'max');
        if (volume !== undefined && 'code' in volume) return volume;
        const stock = rangeOf(cell, 'stock', 'stockMin', 'stockMax');
        if (stock !== undefined && 'code' in stock) return stock;
        const replace = rangeOf(cell, 'replace', 'replaceMin', 'replaceMax');
        if (replace !== undefined && 'code' in replace) return replace;
        const importance = importanceOf(cell('essential'));
        if (importance === undefined) return { field: 'essential', code: 'essentialForm' };
        const product = cell('product');
        return ok({
          from: cell('from'),
          to: cell('to'),
          ...(product === '' ? {} : { product }),
          importance,
          volume: volume ?? UNKNOWN,
          stock,
          replace,
        });
      },
    },
    rows,
  );

const NODE_COLUMNS = {
  node: ['id', 'firm'],
  sector: ['industry'],
  revenue: ['outside-revenue'],
  revenueMin: ['outside-revenue-min'],
  revenueMax: ['outside-revenue-max'],
  purchases: ['outside-purchases'],
  purchasesMin: ['outside-purchases-min'],
  purchasesMax: ['outside-purchases-max'],
} as const;
export type NodeColumn = keyof typeof NODE_COLUMNS;
export type NodeRow = {
  readonly node: string;
  readonly sector?: string;
  readonly outsideRevenue: Range;
  readonly outsidePurchases: Range;
};

/** The sector of each node, and where known what it sells and buys outside the network. */
export const readNodes = (rows: Iterable<CsvRow>): Read<NodeRow, NodeColumn> =>
  readBareTable<NodeRow, NodeColumn, QuantityCode>(
    {
      columns: NODE_COLUMNS,
      required: ['node'],
      read: (cell) => {
        const revenue = rangeOf(cell, 'revenue', 'revenueMin', 'revenueMax');
        if (revenue !== undefined && 'code' in revenue) return revenue;
        const purchases = rangeOf(cell, 'purchases', 'purchasesMin', 'purchasesMax');
        if (purchases !== undefined && 'code' in purchases) return purchases;
        const sector = cell('sector');
        return ok({
          node: cell('node'),
          ...(sector === '' ? {} : { sector }),
          outsideRevenue: revenue ?? UNKNOWN,
          outsidePurchases: purchases ?? UNKNOWN,
        });
      },
    },
    rows,
  );

const CLASS_COLUMNS = {
  supplier: ['supplier-sector', 'supplier_sector', 'sector', 'industry', 'from'],
  customer: ['customer-sector', 'customer_sector', 'to'],
  class: ['essential', 'classification'],
} as const;
export type ClassColumn = keyof typeof CLASS_COLUMNS;
/** Without a customer: of the supplier's sector to all. */
export type ClassRow = {
  readonly supplier: string;
  readonly customer?: string;
  readonly importance: Importance;
};

const CLASSES: readonly Importance[] = ['none', 'linear', 'essential'];

/**
 * How essential the output of one sector is to another: `supplier`, `customer`, `class` 0, 1 or 2 (none, linear,
 * essential), the matrix of Diem et al.; or `sector`, `essential` yes or no (1 or 0), the flag of their first version.
 */
export const readClasses = (rows: Iterable<CsvRow>): Read<ClassRow, ClassColumn> => {
  let paired: boolean | undefined;
  const peeked = function* () {
    for (const row of rows) {
      paired ??= row.cells.some((name) =>
        ['customer', ...CLASS_COLUMNS.customer].includes(name.trim().toLowerCase()),
      );
      yield row;
    }
  };
  return readBareTable<ClassRow, ClassColumn, QuantityCode>(
    {
      columns: CLASS_COLUMNS,
      required: ['supplier', 'class'],
      read: (cell) => {
        const text = cell('class');
        const supplier = cell('supplier');
        if (!paired) {
          const importance = importanceOf(text);
          return importance === undefined || importance === 'unknown'
            ? { field: 'class', code: 'essentialForm' }
            : ok({ supplier, importance });
        }
        const importance = /^[012]$/.test(text) ? CLASSES[Number(text)] : undefined;
        if (importance === undefined) return { field: 'class', code: 'classForm' };
        const customer = cell('customer');
        return customer === ''
          ? { field: 'customer', code: 'classForm' }
          : ok({ supplier, customer, importance });
      },
    },
    peeked(),
  );
};
