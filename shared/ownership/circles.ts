import type { OwnershipGraph } from './compile.ts';

type Graph = Pick<OwnershipGraph, 'owned' | 'owners' | 'components' | 'ids'>;

/**
 * Companies of a circle that could keep a majority in each other. `votes` and `least` are ticks in the order of the
 * rows by holder (`owned`): what counts, and what is certain of it. Made once for a graph; circles that cannot carry themselves whoever holds the rest cost
 * nothing afterwards.
 */
export class Circles {
  readonly #graph: Graph;
  readonly #votes: Float64Array;
  readonly #least: Float64Array;
  readonly #core: Uint8Array;
  /** Where each component begins in the order of the components. */
  readonly #begin: Int32Array;

  private constructor(graph: Graph, votes: Float64Array, least: Float64Array, core: Uint8Array) {
    this.#graph = graph;
    this.#votes = votes;
    this.#least = least;
    this.#core = core;
    const { order, of, size } = graph.components;
    this.#begin = new Int32Array(size.length);
    for (let at = 0; at < order.length; ) {
      const component = of[order[at] as number] as number;
      this.#begin[component] = at;
      at += size[component] as number;
    }
  }

  /** Undefined when no circle of the graph could carry itself, even with all votes that are held outside it. */
  static of(graph: Graph, votes: Float64Array, least: Float64Array, needed: number): Circles | undefined {
    const core = coreOf(graph, votes, needed, true);
    return core.includes(1) ? new Circles(graph, votes, least, core) : undefined;
  }

  /**
   * The greatest set of companies that pass together with their own votes in each other, all within reach of the
   * touched ones. `free`: not controlled yet; `passes`: whether a company passes with so many ticks more, of
   * which so many are certain.
   */
  carried(
    touched: readonly number[],
    free: (node: number) => boolean,
    passes: (node: number, more: number, certain: number) => boolean,
  ): readonly number[] {
    const { of, order, size } = this.#graph.components;
    const starts = touched.filter((node) => this.#core[node]);
    const components = new Set(starts.map((node) => of[node] as number));
    const found: number[] = [];
    for (const component of components) {
      const begin = this.#begin[component] as number;
      const members = Array.from(order.subarray(begin, begin + (size[component] as number)));
      const inside = new Set(members.filter((node) => this.#core[node] && free(node)));
      for (let before = -1; before !== inside.size; ) {
        before = inside.size;
        for (const node of inside) if (!passes(node, ...this.#support(node, inside))) inside.delete(node);
        this.#keepReached(starts, inside);
      }
      found.push(...inside);
    }
    return found;
  }

  #support(company: number, inside: ReadonlySet<number>): [number, number] {
    const { owned, owners } = this.#graph;
    const holders = new Set(owners.adj.subarray(owners.off[company], owners.off[company + 1]));
    let sum = 0;
    let certain = 0;
    for (const holder of holders) {
      if (holder === company || !inside.has(holder)) continue;
      for (let p = owned.off[holder] as number; p < (owned.off[holder + 1] as number); p++) {
        if (owned.adj[p] !== company) continue;
        sum += this.#votes[p] as number;
        certain += this.#least[p] as number;
      }
    }
    return [sum, certain];
  }

  #keepReached(starts: readonly number[], inside: Set<number>): void {
    const { off, adj } = this.#graph.owned;
    const reached = new Set(starts.filter((node) => inside.has(node)));
    for (const node of reached)
      for (let p = off[node] as number; p < (off[node + 1] as number); p++)
        if (inside.has(adj[p] as number) && (this.#votes[p] as number) > 0) reached.add(adj[p] as number);
    for (const node of inside) if (!reached.has(node)) inside.delete(node);
  }
}

/**
 * Marks the companies of circles that pass with the votes of the other marked ones, and with those of everybody outside
 * the circle too where `outside` counts. Peels off what does not pass until nothing changes; O(n + m).
 */
export function coreOf(graph: Graph, votes: Float64Array, needed: number, outside: boolean): Uint8Array {
  const { owned, components } = graph;
  const { of, size } = components;
  const n = graph.ids.length;
  const core = new Uint8Array(n);
  if (!size.some((members) => members > 1)) return core;
  const sums = new Float64Array(n);
  const each = (node: number, visit: (to: number, ticks: number, within: boolean) => void): void => {
    for (let p = owned.off[node] as number; p < (owned.off[node + 1] as number); p++) {
      const to = owned.adj[p] as number;
      if (to !== node) visit(to, votes[p] as number, of[to] === of[node]);
    }
  };
  for (let node = 0; node < n; node++) {
    core[node] = (size[of[node] as number] as number) > 1 ? 1 : 0;
    each(node, (to, ticks, within) => {
      if (within || outside) sums[to] = (sums[to] as number) + ticks;
    });
  }
  const gone: number[] = [];
  const drop = (node: number): void => {
    if (!core[node] || (sums[node] as number) >= needed) return;
    core[node] = 0;
    gone.push(node);
  };
  for (let node = 0; node < n; node++) drop(node);
  for (let node = gone.pop(); node !== undefined; node = gone.pop())
    each(node, (to, ticks, within) => {
      if (!within) return;
      sums[to] = (sums[to] as number) - ticks;
      drop(to);
    });
  return core;
}
