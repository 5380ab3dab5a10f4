import { componentsOf } from './components.ts';
import { type Csr, csrOf } from './csr.ts';

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
  // What a node gets, in the rows of who gives it; the components of the turned links are those of the links.
  const rows = csrOf(n, to, from);
  const { off, adj, link } = rows;
  const { order, of, size } = componentsOf(rows);
  const part = new Float64Array(adj.length);
  for (let p = 0; p < adj.length; p++) {
    const sum = out[adj[p] as number] as number;
    const own = weight === undefined ? 1 : (weight[link[p] as number] as number);
    part[p] = sum > 0 ? (damping * own) / sum : 0;
  }
  const x = new Float64Array(n);
  const place = new Int32Array(n).fill(-1);
  let error = 0;
  let rounds = 1;
  // From the end of the order, where everything has been given before it is passed on.
  for (let start = n - 1; start >= 0; ) {
    const component = of[order[start] as number] as number;
    const count = size[component] as number;
    if (count > 1) {
      const nodes = order.subarray(start - count + 1, start + 1);
      const circle = circleOf(rows, part, nodes, x, place);
      const allowed = (tolerance * count * (1 - damping)) / damping;
      let change = Number.POSITIVE_INFINITY;
      let round = 0;
      for (; change > allowed && round < MAX_ROUNDS; round++) change = passOver(circle);
      for (let k = 0; k < count; k++) x[nodes[k] as number] = circle.x[k] as number;
      // A pass that changed x by `change` leaves a residue of at most damping times that, and the inverse of the
      // system makes of a residue an error of at most 1 / (1 - damping) times it (sums of absolute values).
      error += (change * damping) / (1 - damping);
      rounds = Math.max(rounds, round);
    } else {
      const node = order[start] as number;
      let sum = 1;
      let self = 0;
      for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
        if (adj[p] === node) self += part[p] as number;
        else sum += (part[p] as number) * (x[adj[p] as number] as number);
      }
      x[node] = sum / (1 - self);
    }
    start -= count;
  }
  let total = 0;
  for (let i = 0; i < n; i++) total += x[i] as number;
  for (let i = 0; i < n; i++) x[i] = (x[i] as number) / total;
  // Twice: once as it is, once through the total.
  return { rank: x, error: (2 * error) / total, rounds };
}

/** Far beyond what any tolerance needs: 0.85 ** 1000 is 1e-71. */
const MAX_ROUNDS = 1_000;

/**
 * The equations of one circle in numbers of its own, all in a row: `x[k] = base[k] + sum of part[p] x[adj[p]]` over its
 * links. What comes from outside is in `base`; links to oneself are divided out.
 */
type Circle = {
  readonly off: Int32Array;
  readonly adj: Int32Array;
  readonly part: Float64Array;
  readonly base: Float64Array;
  readonly x: Float64Array;
};

/** `nodes` from the last to the first of what a pass takes; `x` outside is known; `place` is scratch, -1 all over. */
function circleOf(
  { off, adj }: Csr,
  part: Float64Array,
  nodes: Int32Array,
  x: Float64Array,
  place: Int32Array,
): Circle {
  const count = nodes.length;
  let most = 0;
  for (let k = 0; k < count; k++) {
    const node = nodes[k] as number;
    place[node] = k;
    most += (off[node + 1] as number) - (off[node] as number);
  }
  const own = {
    off: new Int32Array(count + 1),
    adj: new Int32Array(most),
    part: new Float64Array(most),
    base: new Float64Array(count),
    x: new Float64Array(count),
  };
  let at = 0;
  for (let k = 0; k < count; k++) {
    const node = nodes[k] as number;
    const first = at;
    let base = 1;
    let rest = 1;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const giver = adj[p] as number;
      const there = place[giver] as number;
      if (giver === node) rest -= part[p] as number;
      else if (there === -1) base += (part[p] as number) * (x[giver] as number);
      else {
        own.adj[at] = there;
        own.part[at++] = part[p] as number;
      }
    }
    for (let p = first; p < at; p++) own.part[p] = (own.part[p] as number) / rest;
    own.base[k] = base / rest;
    own.off[k + 1] = at;
  }
  for (let k = 0; k < count; k++) place[nodes[k] as number] = -1;
  return own;
}

/** One pass of Gauss and Seidel, from the end; how much it changed in all. */
function passOver({ off, adj, part, base, x }: Circle): number {
  let change = 0;
  let end = off[base.length] as number;
  for (let k = base.length - 1; k >= 0; k--) {
    const first = off[k] as number;
    let value = base[k] as number;
    for (let p = first; p < end; p++) value += (part[p] as number) * (x[adj[p] as number] as number);
    change += Math.abs(value - (x[k] as number));
    x[k] = value;
    end = first;
  }
  return change;
}
