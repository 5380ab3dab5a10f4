import type { Csr } from './csr.ts';

/**
 * Brandes (2001) with lengths: as `createBrandes`, but a shortest path is one of least total length. `length[p]` is the
 * length of the link at place `p` of the rows: a whole number of at least 1 (`wholeLengths`), so that two ways of equal
 * length are equal to the last bit; sums of decimals would be off by a rounding and share no paths. Dijkstra on a heap
 * with four children. A source costs O((n + m) log n) of what it reaches.
 */
export function createWeightedBrandes({ n, off, adj }: Csr, length: Float64Array) {
  const distance = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const paths = new Float64Array(n);
  const passed = new Float64Array(n);
  const order = new Int32Array(n);
  const heap = new Int32Array(n);
  const place = new Int32Array(n).fill(-1);
  const sums = new Float64Array(n);
  let size = 0;

  const rise = (node: number, from: number): void => {
    const own = distance[node] as number;
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 2;
      const above = heap[up] as number;
      if ((distance[above] as number) <= own) break;
      heap[at] = above;
      place[above] = at;
      at = up;
    }
    heap[at] = node;
    place[node] = at;
  };
  const takeNearest = (): number => {
    const nearest = heap[0] as number;
    const last = heap[--size] as number;
    if (size === 0) return nearest;
    const own = distance[last] as number;
    let at = 0;
    for (let child = 1; child < size; child = 4 * at + 1) {
      const end = Math.min(child + 4, size);
      let best = child;
      for (let c = child + 1; c < end; c++)
        if ((distance[heap[c] as number] as number) < (distance[heap[best] as number] as number)) best = c;
      const below = heap[best] as number;
      if ((distance[below] as number) >= own) break;
      heap[at] = below;
      place[below] = at;
      at = best;
    }
    heap[at] = last;
    place[last] = at;
    return nearest;
  };

  const addOne = (source: number): void => {
    let tail = 0;
    distance[source] = 0;
    paths[source] = 1;
    heap[0] = source;
    size = 1;
    while (size > 0) {
      const u = takeNearest();
      order[tail++] = u;
      const own = distance[u] as number;
      const count = paths[u] as number;
      for (let p = off[u] as number, end = off[u + 1] as number; p < end; p++) {
        const v = adj[p] as number;
        const there = own + (length[p] as number);
        const known = distance[v] as number;
        if (there < known) {
          distance[v] = there;
          paths[v] = count;
          rise(v, place[v] === -1 ? size++ : (place[v] as number));
        } else if (there === known) {
          paths[v] = (paths[v] as number) + count;
        }
      }
    }
    for (let i = tail - 1; i > 0; i--) {
      const u = order[i] as number;
      const own = distance[u] as number;
      let sum = 0;
      for (let p = off[u] as number, end = off[u + 1] as number; p < end; p++) {
        const v = adj[p] as number;
        if (own + (length[p] as number) === distance[v]) sum += passed[v] as number;
      }
      const dependency = (paths[u] as number) * sum;
      sums[u] = (sums[u] as number) + dependency;
      passed[u] = (1 + dependency) / (paths[u] as number);
    }
    for (let i = 0; i < tail; i++) {
      const u = order[i] as number;
      distance[u] = Number.POSITIVE_INFINITY;
      place[u] = -1;
    }
  };
  return {
    sums,
    add(sources: Int32Array): void {
      for (const source of sources) addOne(source);
    },
  };
}

/** `lengths[i] = values[i] * scale`, whole; `exact` is false when values had to be rounded to that. */
export type WholeLengths = {
  readonly lengths: Float64Array;
  readonly scale: number;
  readonly exact: boolean;
};

/** Decimals of a number as it is written; 1e-7 has seven. */
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

/**
 * Positive lengths as whole numbers: multiplied by the power of ten that takes in every decimal, unless a path of all
 * `steps` links could then pass 2^53; then by the largest power that keeps below it, rounded, and at least 1.
 */
export function wholeLengths(values: Float64Array, steps: number): WholeLengths {
  let decimals = 0;
  let longest = 1;
  for (const value of values) {
    decimals = Math.max(decimals, decimalsOf(value));
    longest = Math.max(longest, value);
  }
  const room = Math.floor(Math.log10(Number.MAX_SAFE_INTEGER / (longest * Math.max(steps, 1))));
  const power = Math.min(decimals, room);
  const scale = 10 ** power;
  return {
    lengths: values.map((value) => Math.max(1, Math.round(value * scale))),
    scale,
    exact: power === decimals,
  };
}
