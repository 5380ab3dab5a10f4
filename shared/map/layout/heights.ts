import type { Knots, Order } from './knots.ts';

/** What draws a knot to a height besides its neighbours: where it stood before, or where it is pinned. */
export type Pull = { readonly at: Float64Array; readonly weight: Float64Array };

const SWEEPS = 12;
/** How much straighter an edge runs between two passages than where it reaches a card. */
const STRAIGHT = 6;
const LOOSE = 0.1;

/**
 * Heights of the middles of all knots: every column goes as near as it can to the mean of its neighbours, keeping its
 * order and distances. That is a weighted isotonic regression for each column, solved by pooling adjacent violators
 * (Ayer and others, 1955). `size` is the height of a knot with its share of the distance to the next.
 */
export function heightsOf(knots: Knots, order: Order, size: Float64Array, pull?: Pull): Float64Array {
  const { count, cards, up, down } = knots;
  const y = new Float64Array(count);
  const offsets = order.map((row) => {
    const base = new Float64Array(row.length);
    let total = 0;
    row.forEach((u, i) => {
      base[i] = total + (size[u] as number) / 2;
      total += size[u] as number;
    });
    row.forEach((u, i) => {
      y[u] = (base[i] as number) - total / 2;
    });
    return base;
  });
  if (pull !== undefined)
    for (let u = 0; u < count; u++) if ((pull.weight[u] as number) > 0) y[u] = pull.at[u] as number;
  const longest = Math.max(0, ...order.map((row) => row.length));
  const want = new Float64Array(longest);
  const weight = new Float64Array(longest);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const sides = sweep < SWEEPS / 2 ? [sweep % 2 === 0 ? up : down] : [up, down];
    for (let i = 0; i < order.length; i++) {
      const r = sweep % 2 === 0 ? i : order.length - 1 - i;
      const row = order[r] as Int32Array;
      const base = offsets[r] as Float64Array;
      for (let j = 0; j < row.length; j++) {
        const u = row[j] as number;
        let [sum, total] = [0, 0];
        for (const { off, adj } of sides)
          for (let p = off[u] as number; p < (off[u + 1] as number); p++) {
            const v = adj[p] as number;
            const w = u >= cards && v >= cards ? STRAIGHT : 1;
            sum += w * (y[v] as number);
            total += w;
          }
        const drawn = pull?.weight[u] ?? 0;
        sum += drawn > 0 ? drawn * (pull?.at[u] ?? 0) : 0;
        total += drawn;
        want[j] = (total > 0 ? sum / total : (y[u] as number)) - (base[j] as number);
        weight[j] = total > 0 ? total : LOOSE;
      }
      pool(want, weight, row.length);
      for (let j = 0; j < row.length; j++) y[row[j] as number] = (want[j] as number) + (base[j] as number);
    }
  }
  return y;
}

/** Makes the first `count` values ascend, moving them as little as their weights ask for. */
function pool(values: Float64Array, weights: Float64Array, count: number): void {
  const ends = new Int32Array(count);
  let blocks = 0;
  for (let i = 0; i < count; i++) {
    let [value, weight] = [values[i] as number, weights[i] as number];
    while (blocks > 0 && (values[blocks - 1] as number) > value) {
      const before = weights[blocks - 1] as number;
      value = ((values[blocks - 1] as number) * before + value * weight) / (before + weight);
      weight += before;
      blocks--;
    }
    values[blocks] = value;
    weights[blocks] = weight;
    ends[blocks] = i + 1;
    blocks++;
  }
  for (let block = blocks - 1, i = count - 1; block >= 0; block--) {
    const start = block === 0 ? 0 : (ends[block - 1] as number);
    const value = values[block] as number;
    for (; i >= start; i--) values[i] = value;
  }
}

/** A stretch of a column that is taken: a pinned card. */
export type Taken = { readonly from: number; readonly to: number };

/**
 * Moves what stands in a column clear of what is taken, as little as possible and in its order. `y` holds the middles of
 * `row` and is changed; `size` as above.
 */
export function clearOf(
  taken: readonly Taken[],
  row: readonly number[],
  y: Float64Array,
  size: Float64Array,
): void {
  const free = freeBetween(taken);
  const room = free.map(({ from, to }) => to - from);
  const inside: number[][] = free.map(() => []);
  let first = 0;
  for (const u of row) {
    const own = size[u] as number;
    const middle = y[u] as number;
    let [best, least] = [free.length - 1, Number.POSITIVE_INFINITY];
    for (let f = first; f < free.length; f++) {
      const { from, to } = free[f] as Taken;
      if ((room[f] as number) < own) continue;
      const away = Math.max(0, from + own / 2 - middle, middle - (to - own / 2));
      if (away < least) [best, least] = [f, away];
    }
    first = best;
    room[best] = (room[best] as number) - own;
    inside[best]?.push(u);
  }
  inside.forEach((members, f) => {
    const { from, to } = free[f] as Taken;
    const total = members.reduce((sum, u) => sum + (size[u] as number), 0);
    const values = new Float64Array(members.length);
    const bases: number[] = [];
    let base = 0;
    members.forEach((u, i) => {
      bases.push(base + (size[u] as number) / 2);
      base += size[u] as number;
      values[i] = (y[u] as number) - (bases[i] as number);
    });
    pool(values, new Float64Array(members.length).fill(1), members.length);
    members.forEach((u, i) => {
      y[u] = Math.min(Math.max(values[i] as number, from), to - total) + (bases[i] as number);
    });
  });
}

/** What is left between the taken stretches; the first and the last have no end. */
function freeBetween(taken: readonly Taken[]): Taken[] {
  const free: Taken[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const one of taken.toSorted((a, b) => a.from - b.from)) {
    if (one.from > from) free.push({ from, to: one.from });
    from = Math.max(from, one.to);
  }
  free.push({ from, to: Number.POSITIVE_INFINITY });
  return free;
}
