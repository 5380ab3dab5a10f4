import type { OwnershipGraph } from './compile.ts';
import { gather } from './csr.ts';
import { fromTicks, isAboveWhole, sumsByCompany, WHOLE } from './ticks.ts';
import { createWalk, type LookThrough } from './walk.ts';

const MOST_SWEEPS = 5000;
/** Margins to try when the sweeps have not come to rest, smallest first. */
const MARGINS = [0, 1e-12, 1e-10, 1e-8, 1e-6] as const;

/**
 * The largest look-through shares of a group that any choice of values within the ranges allows, where the
 * interests in one company never add up to more than the whole.
 *
 * The choice for one company does not bind that for another, and more of an owner is never less of what it owns, so
 * the largest shares solve `x[j] = max over allowed w of sum of w[k][j] x[k]` (a Markov decision process with interval
 * probabilities; Givan, Leach and Dean 2000): every owner at its minimum, the rest of the company to the owners in
 * which the group has most. Cyclic groups are swept from below and the answer is accepted only when it is proved: a
 * vector u with T(u) <= u is no less than the least solution (Park induction; Hartmanns and Kaminski 2020). What
 * cannot be proved becomes 1. Bounds hold but for rounding of the last digits. In a company whose minima exceed the
 * whole (a finding) the bound on the sum is dropped, and then shares may have no upper bound (Infinity).
 */
export function createUpper(graph: OwnershipGraph): LookThrough {
  const { owners, ids, held, least } = graph;
  const { off, adj } = owners;
  const low = gather(owners, graph.min);
  const high = gather(owners, graph.max);
  const most = sumsByCompany(ids.length, held, graph.max);
  const ceiling = least.every((sum) => !isAboveWhole(sum)) ? 1 : Number.POSITIVE_INFINITY;
  const x = new Float64Array(ids.length);
  const fixed = new Uint8Array(ids.length);

  const weigh = (node: number, weight: Float64Array): number => {
    let sum = 0;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const value = x[adj[p] as number] as number;
      if (value !== 0) sum += (weight[p] as number) * value;
    }
    return sum;
  };
  /** The greatest share in a node, given the shares in its owners. */
  const share = (node: number): number => {
    const bounded = (most[node] as number) > WHOLE && !isAboveWhole(least[node] as number);
    if (!bounded) return Math.min(weigh(node, high), ceiling);
    const places: number[] = [];
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      if (x[adj[p] as number] !== 0 && (high[p] as number) > (low[p] as number)) places.push(p);
    }
    places.sort((p, q) => (x[adj[q] as number] as number) - (x[adj[p] as number] as number));
    let sum = weigh(node, low);
    let rest = Math.max(0, 1 - fromTicks(least[node] as number));
    for (const p of places) {
      const given = Math.min(rest, (high[p] as number) - (low[p] as number));
      sum += given * (x[adj[p] as number] as number);
      rest -= given;
    }
    return Math.min(sum, ceiling);
  };

  const settle = (members: Int32Array): void => {
    for (let sweep = 0, moved = true; moved && sweep < MOST_SWEEPS; sweep++) {
      moved = false;
      for (const node of members) {
        const value = fixed[node] ? 0 : share(node);
        if (value <= (x[node] as number)) continue;
        x[node] = value;
        moved = true;
      }
    }
    const swept = Array.from(members, (node) => x[node] as number);
    for (const margin of MARGINS) {
      members.forEach((node, i) => {
        if (!fixed[node]) x[node] = Math.min(ceiling, (swept[i] as number) + margin);
      });
      if (members.every((node) => fixed[node] === 1 || share(node) <= (x[node] as number))) return;
    }
    for (const node of members) if (!fixed[node]) x[node] = ceiling;
  };

  return createWalk(graph, { x, fixed, share, settle });
}
