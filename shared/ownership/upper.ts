import { type Csr, gather } from '../graph/csr.ts';
import type { OwnershipGraph } from './compile.ts';
import { fromTicks, isAboveWhole, sumsByCompany, WHOLE } from './ticks.ts';
import { LookThrough } from './walk.ts';

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
export class UpperBound extends LookThrough {
  readonly #owners: Csr;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  readonly #ceiling: number;

  constructor(graph: OwnershipGraph) {
    super(graph);
    const { owners, ids, held, least } = graph;
    this.#owners = owners;
    this.#low = gather(owners, graph.min);
    this.#high = gather(owners, graph.max);
    this.#least = least;
    this.#most = sumsByCompany(ids.length, held, graph.max);
    this.#ceiling = least.every((sum) => !isAboveWhole(sum)) ? 1 : Number.POSITIVE_INFINITY;
  }

  override share(node: number): number {
    const least = this.#least[node] as number;
    const bounded = (this.#most[node] as number) > WHOLE && !isAboveWhole(least);
    const sum = bounded
      ? this.#weigh(node, this.#low) + this.#spread(node, 1 - fromTicks(least))
      : this.#weigh(node, this.#high);
    return Math.min(sum, this.#ceiling);
  }

  protected override settle(members: Int32Array): void {
    const { x, fixed } = this;
    for (let sweep = 0, moved = true; moved && sweep < MOST_SWEEPS; sweep++) {
      moved = false;
      for (const node of members) {
        const value = fixed[node] ? 0 : this.share(node);
        if (value <= (x[node] as number)) continue;
        x[node] = value;
        moved = true;
      }
    }
    const swept = Array.from(members, (node) => x[node] as number);
    for (const margin of MARGINS) {
      members.forEach((node, i) => {
        if (!fixed[node]) x[node] = Math.min(this.#ceiling, (swept[i] as number) + margin);
      });
      if (members.every((node) => fixed[node] === 1 || this.share(node) <= (x[node] as number))) return;
    }
    for (const node of members) if (!fixed[node]) x[node] = this.#ceiling;
  }

  #weigh(node: number, weight: Float64Array): number {
    const { off, adj } = this.#owners;
    let sum = 0;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const value = this.x[adj[p] as number] as number;
      if (value !== 0) sum += (weight[p] as number) * value;
    }
    return sum;
  }

  /** What the rest of a company adds when the owners in which the group has most get it first. */
  #spread(node: number, rest: number): number {
    const { off, adj } = this.#owners;
    const valueAt = (p: number): number => this.x[adj[p] as number] as number;
    const roomAt = (p: number): number => (this.#high[p] as number) - (this.#low[p] as number);
    const places: number[] = [];
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      if (valueAt(p) !== 0 && roomAt(p) > 0) places.push(p);
    }
    places.sort((p, q) => valueAt(q) - valueAt(p));
    let sum = 0;
    let left = Math.max(0, rest);
    for (const p of places) {
      const given = Math.min(left, roomAt(p));
      sum += given * valueAt(p);
      left -= given;
    }
    return sum;
  }
}
