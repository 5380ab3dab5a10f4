import { componentsOf } from './components.ts';
import { csrOf } from './csr.ts';

/** `error`: bound on the sum over all nodes of how far `rank` is off; `rounds`: most passes that one circle took. */
export type PageRank = { readonly rank: Float64Array; readonly error: number; readonly rounds: number };

/** The part of its rank that a node passes on; Brin and Page's choice, and everybody's since. */
export const DAMPING = 0.85;

/**
 * PageRank (Brin and Page 1998): a node passes `damping` of its rank on along its links, by weight (1 each without);
 * the rest, and the rank of nodes without links out (dangling), is spread evenly over all nodes. Sums to 1. A link to
 * oneself counts.
 *
 * Even spreading makes the answer proportional to the solution of `x = 1 + damping P'x`, with dangling nodes left out
 * of `P` (Gleich 2015, section 2.3). That is solved circle by circle in the order of the links: outside circles one
 * pass is exact, inside Gauss-Seidel until the error is below `tolerance` (of the sum). O(n + m) a pass.
 *
 * Assumes that rank flows to whoever is linked to, all links being alternatives (OR): who is central, not who is needed.
 */
export function pageRank(
  n: number,
  from: Int32Array,
  to: Int32Array,
  weight?: Float64Array,
  { damping = DAMPING, tolerance = 1e-10 }: { readonly damping?: number; readonly tolerance?: number } = {},
): PageRank {
  const out = new Float64Array(n);
  for (let e = 0; e < from.length; e++) {
    const node = from[e] as number;
    out[node] = (out[node] as number) + (weight === undefined ? 1 : (weight[e] as number));
  }
  const { order, place, of, size, cyclic } = componentsOf(csrOf(n, from, to));
  // Everything in the order of the components, so that what is read lies near what was just written.
  const tail = new Int32Array(to.length);
  const head = new Int32Array(to.length);
  for (let e = 0; e < to.length; e++) {
    tail[e] = place[from[e] as number] as number;
    head[e] = place[to[e] as number] as number;
  }
  const { off, adj, link } = csrOf(n, head, tail);
  const part = new Float64Array(adj.length);
  for (let p = 0; p < adj.length; p++) {
    const sum = out[from[link[p] as number] as number] as number;
    const own = weight === undefined ? 1 : (weight[link[p] as number] as number);
    part[p] = sum > 0 ? (damping * own) / sum : 0;
  }
  const x = new Float64Array(n);
  const update = (i: number): number => {
    let sum = 1;
    let self = 0;
    for (let p = off[i] as number, end = off[i + 1] as number; p < end; p++) {
      const j = adj[p] as number;
      if (j === i) self += part[p] as number;
      else sum += (part[p] as number) * (x[j] as number);
    }
    const value = sum / (1 - self);
    const change = Math.abs(value - (x[i] as number));
    x[i] = value;
    return change;
  };
  let total = 0;
  let error = 0;
  let rounds = 1;
  for (let start = 0; start < n; ) {
    const component = of[order[start] as number] as number;
    const end = start + (size[component] as number);
    let change = 0;
    for (let i = start; i < end; i++) change += update(i);
    if (cyclic[component] === 1 && end - start > 1) {
      // A pass that changed x by `change` leaves a residue of at most damping times that, and the inverse of the
      // system makes of a residue an error of at most 1 / (1 - damping) times it (sums of absolute values).
      const allowed = (tolerance * (end - start) * (1 - damping)) / damping;
      let round = 1;
      while (change > allowed && round < MAX_ROUNDS) {
        change = 0;
        for (let i = start; i < end; i++) change += update(i);
        round++;
      }
      error += (change * damping) / (1 - damping);
      rounds = Math.max(rounds, round);
    }
    for (let i = start; i < end; i++) total += x[i] as number;
    start = end;
  }
  const rank = new Float64Array(n);
  for (let i = 0; i < n; i++) rank[order[i] as number] = (x[i] as number) / total;
  // Twice: once as it is, once through the total.
  return { rank, error: (2 * error) / total, rounds };
}

/** Far beyond what any tolerance needs: 0.85 ** 1000 is 1e-71. */
const MAX_ROUNDS = 1_000;
