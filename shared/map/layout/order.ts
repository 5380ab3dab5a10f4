import { seeded } from '../../graph/random.ts';
import type { Knots, Order } from './knots.ts';
import { Sorter } from './sorter.ts';

/** Work for all beginnings together, in knots: small maps are tried often, large ones once. */
const TRIES = { most: 16, knots: 2400 };

/**
 * Few crossings (Sugiyama, Tagawa and Toda 1981): every knot at the mean or the median place of its neighbours, column by
 * column to and fro, then single knots to where they cross least; the best order of all is kept. Knots of a group stay
 * together. The same knots give the same order.
 */
export function orderKnots(knots: Knots): Order {
  const work = new Sorter(knots);
  const tries = Math.max(1, Math.min(TRIES.most, Math.floor(TRIES.knots / Math.max(1, knots.count))));
  const random = seeded(tries);
  let best: Order = [];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && least > 0; i++) {
    work.begin(walked(knots, i === 0 ? undefined : random));
    work.improve();
    if (work.least < least) [best, least] = [work.best, work.least];
  }
  return best;
}

/** A quick order, for decisions that need no more than that. */
export function roughOrder(knots: Knots): Order {
  const work = new Sorter(knots);
  work.begin(walked(knots, undefined));
  work.sweep(4);
  return work.best;
}

/**
 * An order that keeps what stood in its place: knots by the height they had, new ones at the mean of their neighbours.
 * `height` is NaN for what is new. Only new knots change places with others to save crossings.
 */
export function orderAround(knots: Knots, height: Float64Array): Order {
  const known = Uint8Array.from(height, (y) => (Number.isNaN(y) ? 0 : 1));
  const value = height.slice();
  for (let round = 0; round < 6; round++) {
    for (let u = 0; u < knots.count; u++) {
      if (known[u]) continue;
      let [sum, count] = [0, 0];
      for (const rows of [knots.up, knots.down])
        for (let p = rows.off[u] as number; p < (rows.off[u + 1] as number); p++) {
          const y = value[rows.adj[p] as number] as number;
          if (!Number.isNaN(y)) [sum, count] = [sum + y, count + 1];
        }
      if (count > 0) value[u] = sum / count;
    }
  }
  const work = new Sorter(knots, known);
  const rows = byColumn(knots).map((row) =>
    Int32Array.from(row.toSorted((a, b) => (value[a] || 0) - (value[b] || 0) || a - b)),
  );
  work.begin(rows);
  work.exchange();
  return work.best;
}

const byColumn = ({ count, column, columns }: Knots): number[][] => {
  const rows: number[][] = Array.from({ length: columns }, () => []);
  for (let u = 0; u < count; u++) rows[column[u] as number]?.push(u);
  return rows;
};

/** Connected parts after each other, each from its first knot; with `random` from another one. */
function walked(knots: Knots, random: (() => number) | undefined): Int32Array[] {
  const { count, column, columns, up, down } = knots;
  const rows: number[][] = Array.from({ length: columns }, () => []);
  const seen = new Uint8Array(count);
  const first = random === undefined ? 0 : Math.floor(random() * count);
  const stack: number[] = [];
  for (let i = 0; i < count; i++) {
    const root = (first + i) % count;
    if (seen[root]) continue;
    stack.push(root);
    seen[root] = 1;
    for (let u = stack.pop(); u !== undefined; u = stack.pop()) {
      rows[column[u] as number]?.push(u);
      for (const { off, adj } of random !== undefined && random() < 0.5 ? [up, down] : [down, up])
        for (let p = off[u] as number; p < (off[u + 1] as number); p++) {
          const v = adj[p] as number;
          if (seen[v]) continue;
          seen[v] = 1;
          stack.push(v);
        }
    }
  }
  return rows.map((row) => Int32Array.from(row));
}
