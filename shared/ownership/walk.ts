import type { OwnershipGraph } from './compile.ts';
import { createReach } from './reach.ts';

/**
 * Look-through shares of a group of owners. After `solve(seeds)`, `list()` holds the nodes that the seeds reach,
 * owners first, and `x[node]` the share of the group in each, counted until a path first comes to a member of the
 * group (so `x` of a seed is 1). `back(node)` is the share of the group in one of its own members, through others.
 * Everything is valid until the next `solve`.
 */
export type LookThrough = {
  readonly solve: (seeds: readonly number[]) => void;
  readonly list: () => Int32Array;
  readonly x: Float64Array;
  readonly back: (node: number) => number;
};

/** How shares pass on: `share` gives that of one node when its owners are done, `settle` fills in a cyclic group. */
export type Passing = {
  readonly x: Float64Array;
  readonly fixed: Uint8Array;
  readonly share: (node: number) => number;
  readonly settle: (members: Int32Array) => void;
};

/** One pass from owners to owned over all that the seeds reach; seeds are fixed at 1. A row costs what it reaches. */
export function createWalk(graph: OwnershipGraph, { x, fixed, share, settle }: Passing): LookThrough {
  const { of, size, cyclic } = graph.components;
  const reach = createReach(graph.owned, graph.components);
  let list = new Int32Array(0);
  let seeded: readonly number[] = [];
  const solve = (seeds: readonly number[]): void => {
    for (let i = 0; i < list.length; i++) x[list[i] as number] = 0;
    for (const seed of seeded) fixed[seed] = 0;
    seeded = [...seeds];
    list = reach(seeds);
    for (const seed of seeds) {
      fixed[seed] = 1;
      x[seed] = 1;
    }
    for (let i = 0; i < list.length; ) {
      const node = list[i] as number;
      const component = of[node] as number;
      const next = i + (size[component] as number);
      if (cyclic[component]) settle(list.subarray(i, next));
      else if (!fixed[node]) x[node] = share(node);
      i = next;
    }
  };
  return { solve, list: () => list, x, back: share };
}
