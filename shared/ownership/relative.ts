import type { OwnershipGraph } from './compile.ts';

/**
 * Effective number of holders of a company, `(sum of W_ij)^2 / sum of W_ij^2` (Glattfelder and Battiston 2009): 1
 * when one holder has it all, k when k holders have equal parts. Undefined when it has no holders or a share is not
 * known. Parallel interests of one holder count as one.
 */
export function effectiveHolders(graph: OwnershipGraph, held: number): number | undefined {
  let sum = 0;
  let squares = 0;
  for (const share of sharesIn(graph, held).values()) {
    sum += share;
    squares += share * share;
  }
  return squares > 0 ? (sum * sum) / squares : undefined;
}

/**
 * Relative control over a company, `W_ij^2 / sum over k of W_kj^2` by holder (Glattfelder and Battiston 2009). The
 * parts add up to 1. Empty when it has no holders; NaN throughout when a share is not known.
 */
export function relativeControl(graph: OwnershipGraph, held: number): ReadonlyMap<number, number> {
  const shares = sharesIn(graph, held);
  let squares = 0;
  for (const share of shares.values()) squares += share * share;
  if (squares === 0) return new Map();
  return new Map(Array.from(shares, ([holder, share]) => [holder, (share * share) / squares]));
}

/** The share of every holder of a company, parallel interests added up; NaN where not known. */
export function sharesIn({ owners, point }: OwnershipGraph, held: number): Map<number, number> {
  const shares = new Map<number, number>();
  for (let p = owners.off[held] as number; p < (owners.off[held + 1] as number); p++) {
    const holder = owners.adj[p] as number;
    shares.set(holder, (shares.get(holder) ?? 0) + (point[owners.link[p] as number] as number));
  }
  return shares;
}
