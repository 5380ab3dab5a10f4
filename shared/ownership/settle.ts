import type { Csr } from '../graph/csr.ts';
import { solveDense } from '../graph/dense.ts';

/** The system `x[v] = b[v] + sum of weight * x[neighbour]`; nodes marked `fixed` keep the x that they have. */
export type System = {
  readonly rows: Csr;
  /** Weights in the order of the rows, not below 0; NaN is a weight that nobody knows. */
  readonly weight: Float64Array;
  readonly x: Float64Array;
  readonly b: Float64Array;
  readonly fixed: Uint8Array;
};

/** Sweeps after which a group that converges slowly (because hardly anything is held outside) is solved directly. */
const PATIENCE = 80;
const LARGEST_DENSE = 1500;
const MOST_SWEEPS = 50_000;
const PRECISION = 1e-15;
/** Beyond this no share can be: the interests are contradictory and the sum over all paths has no limit. */
const RUNAWAY = 1e9;

/** One side of the equation for a node: what its neighbours pass on. Neighbours at zero pass on nothing. */
export function inflow({ rows, weight, x, b }: System, node: number): number {
  const { off, adj } = rows;
  let sum = b[node] as number;
  const end = off[node + 1] as number;
  for (let p = off[node] as number; p < end; p++) {
    const value = x[adj[p] as number] as number;
    if (value !== 0) sum += (weight[p] as number) * value;
  }
  return sum;
}

/**
 * Solves the system for the members of one strong component, everything before it being solved; x of the members
 * must be 0 or fixed. Gauss-Seidel from below, whose sweeps never pass the answer, and elimination where that is
 * slow. Absolute precision near 1e-14. x becomes NaN where a weight is unknown or no sum over all paths exists.
 */
export function settle(system: System, members: Int32Array): void {
  const { x, fixed } = system;
  let before = 0;
  for (let sweep = 1; sweep <= MOST_SWEEPS; sweep++) {
    let change = 0;
    for (let k = 0; k < members.length; k++) {
      const node = members[k] as number;
      if (fixed[node]) continue;
      const old = x[node] as number;
      const value = inflow(system, node);
      if (value === old || (Number.isNaN(value) && Number.isNaN(old))) continue;
      const step = Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.abs(value - old);
      if (step > change) change = step;
      x[node] = value;
      if (value > RUNAWAY) {
        spoil(system, members);
        return;
      }
    }
    const pace = change / before;
    if (change === 0 || (pace < 1 && (change * pace) / (1 - pace) < PRECISION)) return;
    before = change;
    if (sweep === PATIENCE && members.length <= LARGEST_DENSE) {
      eliminate(system, members);
      return;
    }
  }
  spoil(system, members);
}

function spoil({ x, fixed }: System, members: Int32Array): void {
  for (const node of members) if (!fixed[node]) x[node] = Number.NaN;
}

function eliminate(system: System, members: Int32Array): void {
  const { rows, weight, x, fixed } = system;
  const k = members.length;
  const local = new Map<number, number>();
  members.forEach((node, i) => {
    if (fixed[node]) return;
    local.set(node, i);
    x[node] = 0;
  });
  const a = new Float64Array(k * k);
  const b = new Float64Array(k);
  members.forEach((node, i) => {
    a[i * k + i] = 1;
    if (fixed[node]) return;
    b[i] = inflow(system, node);
    for (let p = rows.off[node] as number; p < (rows.off[node + 1] as number); p++) {
      const j = local.get(rows.adj[p] as number);
      if (j !== undefined) a[i * k + j] = (a[i * k + j] as number) - (weight[p] as number);
    }
  });
  // The solution of a sum over paths is never negative; a negative one belongs to a sum that has no limit.
  const solved = solveDense(a, b) && b.every((value) => value > -1e-9);
  if (!solved) spoil(system, members);
  else for (const [node, i] of local) x[node] = Math.max(0, b[i] as number);
}
