import { gather } from '../graph/csr.ts';
import { Circles } from './circles.ts';
import type { OwnershipGraph } from './compile.ts';
import {
  fromTicks,
  isAboveWhole,
  sumsByCompany,
  type Threshold,
  ticksNeeded,
  toTicks,
  WHOLE,
} from './ticks.ts';

/**
 * The values that are counted, and the level of right that counts. `rest`: the least of every interest, which others
 * certainly hold; with it the pass is the optimistic one, in which circles carry themselves. `doubt`: the pass looks
 * for what is certain; it finds nothing in contested companies, or where others have as good a claim.
 */
export type Counting = {
  readonly add: Float64Array;
  readonly right: number;
  readonly rest?: Float64Array;
  readonly doubt?: { readonly contested: Uint8Array | undefined };
};
export const NO_RIGHT = 3;

/** States of a node in a pass, in order of strength. */
const SEEN = 1;
export const CONTROLLED = 2;
export const BY_RIGHT = 3;

export type Touched = { readonly node: number; readonly votes: number; readonly state: number };

type Graph = Omit<OwnershipGraph, 'findings'>;

/** One fixed point of control. A class, so that its loop is compiled once for all graphs. */
export class Pass {
  readonly #graph: Graph;
  readonly #needed: number;
  readonly #right: number;
  readonly #rights: boolean;
  readonly #votes: Float64Array;
  readonly #rest: Float64Array | undefined;
  /** What everybody together has in a company, where a second claim would make the first doubtful. */
  readonly #claimed: Float64Array | undefined;
  readonly #contested: Uint8Array | undefined;
  readonly #circles: Circles | undefined;
  readonly #own: Float64Array;
  readonly #ownRest: Float64Array;
  readonly #state: Uint8Array;
  readonly #queue: Int32Array;

  constructor(graph: Graph, threshold: Threshold, { add, rest, right, doubt }: Counting) {
    const n = graph.ids.length;
    this.#graph = graph;
    this.#needed = ticksNeeded(threshold);
    this.#right = right;
    this.#rights = graph.right.some((one) => one >= right);
    this.#votes = gather(graph.owned, add, toTicks);
    this.#rest = rest === undefined ? undefined : gather(graph.owned, rest, toTicks);
    const claimed = doubt === undefined ? undefined : sumsByCompany(n, graph.held, add);
    this.#claimed = claimed?.some(isAboveWhole) ? claimed : undefined;
    this.#contested = doubt?.contested;
    this.#own = new Float64Array(n);
    this.#ownRest = new Float64Array(rest === undefined ? 0 : n);
    this.#state = new Uint8Array(n);
    this.#queue = new Int32Array(n);
    this.#circles =
      this.#rest === undefined ? undefined : Circles.of(graph, this.#votes, this.#rest, this.#needed);
  }

  /** Every company that the seeds and what they control hold something in, in order of reach; seeds left out. */
  run(seeds: readonly number[]): Touched[] {
    const state = this.#state;
    const queue = this.#queue;
    const touched: number[] = [];
    let end = 0;
    for (const seed of seeds) {
      if (state[seed]) continue;
      state[seed] = BY_RIGHT;
      queue[end++] = seed;
    }
    const seeded = end;
    for (let k = 0; k < end; ) {
      while (k < end) end = this.#expand(queue[k++] as number, touched, end);
      for (const node of this.#carried(touched)) {
        if (state[node] === 0) touched.push(node);
        state[node] = CONTROLLED;
        queue[end++] = node;
      }
    }
    const found = touched.map((node) => ({
      node,
      votes: fromTicks(this.#commanded(node)),
      state: state[node] as number,
    }));
    for (let k = 0; k < seeded; k++) this.#reset(queue[k] as number);
    for (const node of touched) this.#reset(node);
    return found;
  }

  #expand(node: number, touched: number[], end: number): number {
    const { off, adj, link } = this.#graph.owned;
    const state = this.#state;
    const own = this.#own;
    const rest = this.#rest;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const to = adj[p] as number;
      if (to === node) continue;
      own[to] = (own[to] as number) + (this.#votes[p] as number);
      if (rest !== undefined) this.#ownRest[to] = (this.#ownRest[to] as number) + (rest[p] as number);
      const before = state[to] as number;
      if (before === 0) {
        state[to] = SEEN;
        touched.push(to);
      }
      if (this.#contested?.[to]) continue;
      if (this.#rights && (this.#graph.right[link[p] as number] as number) >= this.#right)
        state[to] = BY_RIGHT;
      else if (before < CONTROLLED && this.#commanded(to) >= this.#needed && !this.#rivalled(to))
        state[to] = CONTROLLED;
      if (before < CONTROLLED && (state[to] as number) >= CONTROLLED) this.#queue[end++] = to;
    }
    return end;
  }

  /** Companies not controlled yet that would carry each other once the group had them. */
  #carried(touched: readonly number[]): readonly number[] {
    if (this.#circles === undefined) return [];
    return this.#circles.carried(
      touched.filter((node) => this.#state[node] === SEEN && (this.#own[node] as number) > 0),
      (node) => (this.#state[node] as number) < CONTROLLED,
      (node, more, certain) => this.#commanded(node, more, certain) >= this.#needed,
    );
  }

  #commanded(node: number, more = 0, certain = 0): number {
    const sum = (this.#own[node] as number) + more;
    const least = this.#graph.least[node] as number;
    if (this.#rest === undefined || isAboveWhole(least)) return sum;
    return Math.min(sum, WHOLE - least + (this.#ownRest[node] as number) + certain);
  }

  /** Whether the others together pass the threshold too, which only contradictory data allow. */
  #rivalled(node: number): boolean {
    if (this.#claimed === undefined) return false;
    const all = this.#claimed[node] as number;
    return isAboveWhole(all) && all - (this.#own[node] as number) >= this.#needed;
  }

  #reset(node: number): void {
    this.#state[node] = 0;
    this.#own[node] = 0;
    if (this.#rest !== undefined) this.#ownRest[node] = 0;
  }
}
