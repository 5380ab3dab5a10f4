import type { Components } from '../graph/components.ts';
import type { OwnershipGraph } from './compile.ts';
import { Reach } from './reach.ts';

/**
 * Look-through shares of a group of owners. After `solve(seeds)`, `list` holds the nodes that the seeds reach, owners
 * first, and `x[node]` the share of the group in each, counted until a path first comes to a member of the group (so
 * `x` of a seed is 1). `share(node)` is the share of the group in a node through its owners, also for a member.
 * Everything is valid until the next `solve`. A row costs what it reaches.
 */
export abstract class LookThrough {
  readonly x: Float64Array;
  /** Marks the seeds, whose x stays 1. */
  protected readonly fixed: Uint8Array;
  readonly #components: Components;
  readonly #reach: Reach;
  #list = new Int32Array(0);
  #seeds: readonly number[] = [];

  constructor(graph: OwnershipGraph) {
    this.x = new Float64Array(graph.ids.length);
    this.fixed = new Uint8Array(graph.ids.length);
    this.#components = graph.components;
    this.#reach = new Reach(graph.owned, graph.components);
  }

  get list(): Int32Array {
    return this.#list;
  }

  /** The share in a node, given the shares in its owners. */
  abstract share(node: number): number;
  /** Fills in x for the members of a cyclic group, everything above it being done. */
  protected abstract settle(members: Int32Array): void;

  solve(seeds: readonly number[]): void {
    const { of, size, cyclic } = this.#components;
    const { x, fixed } = this;
    for (let i = 0; i < this.#list.length; i++) x[this.#list[i] as number] = 0;
    for (const seed of this.#seeds) fixed[seed] = 0;
    this.#seeds = [...seeds];
    const list = this.#reach.from(seeds);
    this.#list = list;
    for (const seed of seeds) {
      fixed[seed] = 1;
      x[seed] = 1;
    }
    for (let i = 0; i < list.length; ) {
      const node = list[i] as number;
      const component = of[node] as number;
      const next = i + (size[component] as number);
      if (cyclic[component]) this.settle(list.subarray(i, next));
      else if (!fixed[node]) x[node] = this.share(node);
      i = next;
    }
  }
}
