import { csrOf } from './csr.ts';

/**
 * A graph without links to oneself and without parallel links. `first[k]` is the lowest of the given links that link
 * `k` stands for, `of[e]` the link that stands for given link `e`, -1 for one to itself. Without direction a link stands
 * for both ways, and runs as its first did.
 */
export type SimpleLinks = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly first: Int32Array;
  readonly of: Int32Array;
};

/** Takes parallel links together. O(n + m). */
export function simpleLinks(n: number, from: Int32Array, to: Int32Array, directed: boolean): SimpleLinks {
  const m = from.length;
  const low = directed ? from : from.map((a, e) => Math.min(a, to[e] as number));
  const high = directed ? to : to.map((b, e) => Math.max(b, from[e] as number));
  const { off, adj, link } = csrOf(n, low, high);
  const of = new Int32Array(m).fill(-1);
  // For each node that the current row leads to, the first link that does; rows keep the order of the links.
  const seenFrom = new Int32Array(n).fill(-1);
  const firstTo = new Int32Array(n);
  for (let a = 0; a < n; a++) {
    for (let p = off[a] as number; p < (off[a + 1] as number); p++) {
      const b = adj[p] as number;
      const e = link[p] as number;
      if (a === b) continue;
      if (seenFrom[b] !== a) {
        seenFrom[b] = a;
        firstTo[b] = e;
      }
      of[e] = firstTo[b] as number;
    }
  }
  const first: number[] = [];
  for (let e = 0; e < m; e++) {
    if (of[e] === e) of[e] = first.push(e) - 1;
    else if (of[e] !== -1) of[e] = of[of[e] as number] as number;
  }
  return {
    from: Int32Array.from(first, (e) => from[e] as number),
    to: Int32Array.from(first, (e) => to[e] as number),
    first: Int32Array.from(first),
    of,
  };
}
