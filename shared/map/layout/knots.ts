import { type Csr, csrOf } from '../../graph/csr.ts';

/**
 * What stands in the columns: the cards (0 to `cards` - 1) and behind them the passages, places that keep room for an
 * edge on its way through a column. `up` and `down` lead to the neighbours in the column before and after.
 */
export type Knots = {
  readonly cards: number;
  readonly count: number;
  readonly column: Int32Array;
  readonly columns: number;
  /** Group by knot; -1: none, as for every passage. */
  readonly group: Int32Array;
  readonly up: Csr;
  readonly down: Csr;
  /** The knots of an edge from the lower to the higher column; empty when both ends share a column. */
  readonly ways: readonly Int32Array[];
};

/** The knots of every column from top to bottom. */
export type Order = readonly Int32Array[];

/** Edges that are longer than one column get passages, until `most` of these are made; the rest run straight. */
export function knotsOf(
  column: Int32Array,
  columns: number,
  group: Int32Array,
  from: Int32Array,
  to: Int32Array,
  most: number,
): Knots {
  const cards = column.length;
  const at: number[] = Array.from(column);
  const upper: number[] = [];
  const lower: number[] = [];
  const ways: Int32Array[] = [];
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [from[e] as number, to[e] as number];
    const [ca, cb] = [column[a] as number, column[b] as number];
    if (ca === cb) {
      ways.push(new Int32Array(0));
      continue;
    }
    const [first, last] = ca < cb ? [a, b] : [b, a];
    const [low, high] = [Math.min(ca, cb), Math.max(ca, cb)];
    const inner = at.length - cards + (high - low - 1) <= most ? high - low - 1 : 0;
    const way = new Int32Array(inner + 2);
    way[0] = first;
    for (let i = 1; i <= inner; i++) {
      way[i] = at.length;
      at.push(low + i);
    }
    way[inner + 1] = last;
    ways.push(way);
    if (inner !== high - low - 1) continue;
    for (let i = 0; i <= inner; i++) {
      upper.push(way[i] as number);
      lower.push(way[i + 1] as number);
    }
  }
  const count = at.length;
  const groups = new Int32Array(count).fill(-1);
  groups.set(group);
  const [u, l] = [Int32Array.from(upper), Int32Array.from(lower)];
  return {
    cards,
    count,
    column: Int32Array.from(at),
    columns,
    group: groups,
    up: csrOf(count, l, u),
    down: csrOf(count, u, l),
    ways,
  };
}
