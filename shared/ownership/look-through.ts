import { gather } from '../graph/csr.ts';
import type { OwnershipGraph } from './compile.ts';
import { inflow, type System, settle } from './settle.ts';
import { LookThrough } from './walk.ts';

/**
 * Solves `x[j] = sum of w[k][j] x[k]`, seeds at 1, over all paths with their cycles: for one seed this is integrated
 * ownership with the cross-holding correction of Baldone, Brioschi and Paleari (1998),
 * `y_ij = w_ij + sum over k != i of y_ik w_kj`. `values`: the points (NaN where unknown) or the minima, which give
 * the least shares that the ranges allow. Memory is a few arrays of n.
 */
export class PathSum extends LookThrough {
  readonly #system: System;

  constructor(graph: OwnershipGraph, values: 'point' | 'min') {
    super(graph);
    const { owners, ids } = graph;
    const weight = gather(owners, graph[values]);
    const b = new Float64Array(ids.length);
    this.#system = { rows: owners, weight, x: this.x, b, fixed: this.fixed };
  }

  override share(node: number): number {
    return inflow(this.#system, node);
  }

  protected override settle(members: Int32Array): void {
    settle(this.#system, members);
  }
}
