import type { OwnershipGraph } from './compile.ts';
import { gather } from './csr.ts';
import { inflow, type System, settle } from './settle.ts';
import { createWalk, type LookThrough } from './walk.ts';

/**
 * Solves `x[j] = sum of w[k][j] x[k]`, seeds at 1, over all paths with their cycles: for one seed this is integrated
 * ownership with the cross-holding correction of Baldone, Brioschi and Paleari (1998),
 * `y_ij = w_ij + sum over k != i of y_ik w_kj`. `values`: the points (NaN where unknown) or the minima, which give
 * the least shares that the ranges allow. Memory is a few arrays of n.
 */
export function createLookThrough(graph: OwnershipGraph, values: 'point' | 'min'): LookThrough {
  const { owners, ids } = graph;
  const x = new Float64Array(ids.length);
  const fixed = new Uint8Array(ids.length);
  const weight = gather(owners, graph[values]);
  const system: System = { rows: owners, weight, x, b: new Float64Array(ids.length), fixed };
  return createWalk(graph, {
    x,
    fixed,
    share: (node) => inflow(system, node),
    settle: (members) => settle(system, members),
  });
}
