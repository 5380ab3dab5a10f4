import { gather } from '../graph/csr.ts';
import type { OwnershipGraph } from './compile.ts';
import type { Certainty3, Interval } from './interest.ts';
import { fromTicks, isAboveWhole, MAJORITY, type Threshold, ticksNeeded, toTicks, WHOLE } from './ticks.ts';

/** What a group commands in a company: its own votes and those of the companies that it controls, as fractions. */
export type Command = {
  readonly node: number;
  readonly control: Certainty3;
  readonly votes: Interval;
  /** Whether somebody who is part of the group has a right that gives control by itself. */
  readonly right: Certainty3;
};

/** Whether rights that give control by themselves count, or votes alone. */
export type Rights = 'count' | 'ignore';

/**
 * Recursive control: a group controls a company when it and the companies that it controls together pass the
 * threshold there, or when one of them has a right that gives control (least fixed point; Ceri, Gottlob and Tanca
 * 1990; Chapelle and Szafarz 2005). Shares that a company holds in itself do not vote.
 *
 * `certain`: for every choice of values within the ranges. `possible`: for some choice in which the interests in one
 * company add up to no more than the whole. Both are exact, not estimates: votes only ever help. The companies of
 * `seeds` themselves are left out. Lists every company in which the group has, or may have, anything, in order of
 * reach. A call costs what it reaches.
 */
export function createControl(
  graph: OwnershipGraph,
  threshold: Threshold = MAJORITY,
  rights: Rights = 'count',
): (seeds: readonly number[]) => Command[] {
  const ranged = !graph.exact || (rights === 'count' && graph.right.includes(1));
  const low = new Pass(graph, threshold, {
    add: graph.min,
    rest: undefined,
    right: rights === 'count' ? 2 : NO_RIGHT,
  });
  const high = ranged
    ? new Pass(graph, threshold, {
        add: graph.max,
        rest: graph.min,
        right: rights === 'count' ? 1 : NO_RIGHT,
      })
    : undefined;
  return (seeds) => {
    const certain = low.run(seeds);
    if (high === undefined) {
      return certain.map(({ node, votes, state }) => ({
        node,
        control: state >= CONTROLLED ? 'certain' : 'excluded',
        votes: { min: votes, max: votes },
        right: state === BY_RIGHT ? 'certain' : 'excluded',
      }));
    }
    const least = new Map(certain.map((one) => [one.node, one]));
    const verdict = (node: number, state: number, from: number): Certainty3 =>
      (least.get(node)?.state ?? 0) >= from ? 'certain' : state >= from ? 'possible' : 'excluded';
    return high.run(seeds).map(({ node, votes, state }) => ({
      node,
      control: verdict(node, state, CONTROLLED),
      votes: { min: least.get(node)?.votes ?? 0, max: votes },
      right: verdict(node, state, BY_RIGHT),
    }));
  };
}

/**
 * As `createControl`, for the points (the least where no point is known), and giving only what is controlled, with
 * the votes commanded there.
 */
export function createPointControl(
  graph: OwnershipGraph,
  threshold: Threshold = MAJORITY,
): (seeds: readonly number[]) => readonly { readonly node: number; readonly votes: number }[] {
  const add = graph.exact
    ? graph.min
    : graph.point.map((value, e) => (Number.isNaN(value) ? (graph.min[e] as number) : value));
  const pass = new Pass(graph, threshold, { add, rest: undefined, right: 2 });
  return (seeds) => pass.run(seeds).filter(({ state }) => state >= CONTROLLED);
}

/** The values that are counted, and the level of right that counts; `rest`: the least of every interest. */
type Counting = {
  readonly add: Float64Array;
  readonly rest: Float64Array | undefined;
  readonly right: number;
};
const NO_RIGHT = 3;

/** States of a node in a pass, in order of strength. */
const SEEN = 1;
const CONTROLLED = 2;
const BY_RIGHT = 3;

type Touched = { readonly node: number; readonly votes: number; readonly state: number };

/**
 * One fixed point. With `rest`, what others certainly hold is kept out of the sum. A class, so that its loop is
 * compiled once for all graphs.
 */
class Pass {
  readonly #graph: OwnershipGraph;
  readonly #needed: number;
  readonly #right: number;
  readonly #rights: boolean;
  readonly #votes: Float64Array;
  readonly #rest: Float64Array | undefined;
  readonly #own: Float64Array;
  readonly #ownRest: Float64Array;
  readonly #state: Uint8Array;
  readonly #queue: Int32Array;

  constructor(graph: OwnershipGraph, threshold: Threshold, { add, rest, right }: Counting) {
    const n = graph.ids.length;
    this.#graph = graph;
    this.#needed = ticksNeeded(threshold);
    this.#right = right;
    this.#rights = graph.right.some((one) => one >= right);
    this.#votes = gather(graph.owned, add, toTicks);
    this.#rest = rest === undefined ? undefined : gather(graph.owned, rest, toTicks);
    this.#own = new Float64Array(n);
    this.#ownRest = new Float64Array(rest === undefined ? 0 : n);
    this.#state = new Uint8Array(n);
    this.#queue = new Int32Array(n);
  }

  /** Every company that the seeds and what they control hold something in, in order of reach; seeds left out. */
  run(seeds: readonly number[]): Touched[] {
    const { off, adj, link } = this.#graph.owned;
    const state = this.#state;
    const queue = this.#queue;
    const own = this.#own;
    const rest = this.#rest;
    let end = 0;
    const touched: number[] = [];
    for (const seed of seeds) {
      if (state[seed]) continue;
      state[seed] = BY_RIGHT;
      queue[end++] = seed;
    }
    const seeded = end;
    for (let k = 0; k < end; k++) {
      const node = queue[k] as number;
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
        if (this.#rights && (this.#graph.right[link[p] as number] as number) >= this.#right)
          state[to] = BY_RIGHT;
        else if (before < CONTROLLED && this.#commanded(to) >= this.#needed) state[to] = CONTROLLED;
        if (before < CONTROLLED && (state[to] as number) >= CONTROLLED) queue[end++] = to;
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

  #commanded(node: number): number {
    const sum = this.#own[node] as number;
    const least = this.#graph.least[node] as number;
    if (this.#rest === undefined || isAboveWhole(least)) return sum;
    return Math.min(sum, WHOLE - least + (this.#ownRest[node] as number));
  }

  #reset(node: number): void {
    this.#state[node] = 0;
    this.#own[node] = 0;
    if (this.#rest !== undefined) this.#ownRest[node] = 0;
  }
}
