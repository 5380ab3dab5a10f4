import type { OwnershipGraph } from './compile.ts';
import type { Interval } from './interest.ts';
import { PathSum } from './look-through.ts';
import { UpperBound } from './upper.ts';
import type { LookThrough } from './walk.ts';

/**
 * What an owner has in one company, directly and through others, as fractions.
 * - `integrated`: the sum over all paths, cycles included, `(I - W)^-1 W` (Brioschi, Buzzacchi and Colombo 1989).
 * - `corrected`: the same without passing through the owner again (Baldone, Brioschi and Paleari 1998). The two
 *   differ only for an owner that is itself held by what it holds.
 * - `range`, `correctedRange`: bounds for every choice of values within the ranges of the interests.
 * Undefined: it hangs on an interest of which no value is known, or (`integrated`) the owner is part of a group that
 * holds itself completely, and the sum over all paths has no limit.
 */
export type IntegratedShare = {
  readonly held: number;
  readonly integrated: number | undefined;
  readonly corrected: number | undefined;
  readonly range: Interval;
  readonly correctedRange: Interval;
};

/** An owner whose share in itself is this near to 1 is wholly owned by itself. */
const CLOSED = 1 - 1e-12;

const known = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** From the share until the first return to the owner, to that over all returns. */
const overReturns = (value: number, back: number): number =>
  back < CLOSED ? value / (1 - back) : value === 0 ? 0 : Number.POSITIVE_INFINITY;

/** The bounds, and never beyond the value itself by a rounding of the last digit. */
const around = (value: number | undefined, min: number, max: number): Interval => ({
  min: Math.min(min, value ?? min),
  max: Math.max(max, value ?? max),
});

/**
 * Makes a function that gives the row of an owner: its share in everything that it holds in some way, itself
 * included when it is held by what it holds; companies in which the share is certainly 0 are left out. Rows are
 * computed on demand and cost what they reach.
 */
export function createIntegrated(graph: OwnershipGraph): (owner: number) => IntegratedShare[] {
  const point = new PathSum(graph, 'point');
  if (graph.exact) return (owner) => rowOf(owner, point, point, point);
  const low = new PathSum(graph, 'min');
  const high = new UpperBound(graph);
  return (owner) => rowOf(owner, point, low, high);
}

function rowOf(owner: number, point: LookThrough, low: LookThrough, high: LookThrough): IntegratedShare[] {
  point.solve([owner]);
  if (low !== point) {
    low.solve([owner]);
    high.solve([owner]);
  }
  const back = point.share(owner);
  const lowBack = low.share(owner);
  const highBack = high.share(owner);
  const shares: IntegratedShare[] = [];
  const { list } = point;
  for (let i = 0; i < list.length; i++) {
    const held = list[i] as number;
    const own = held === owner;
    const value = own ? back : (point.x[held] as number);
    const min = own ? lowBack : (low.x[held] as number);
    const max = own ? highBack : (high.x[held] as number);
    if (value === 0 && max === 0) continue;
    const integrated = known(overReturns(value, back));
    const corrected = known(value);
    const range = around(integrated, overReturns(min, lowBack), overReturns(max, highBack));
    shares.push({ held, integrated, corrected, range, correctedRange: around(corrected, min, max) });
  }
  return shares;
}

/** Bounds of a look-through share and its value where one is known. */
export type GroupShare = Interval & { readonly point: number | undefined };

/**
 * Makes a function that gives the share of a group of owners together (say parties acting in concert, or everything
 * a state holds) in a node: what ends at a member of the group, each path counted once, at the first member. For a
 * single owner this is its corrected share.
 */
export function createGroupShare(
  graph: OwnershipGraph,
): (group: readonly number[], held: number) => GroupShare {
  const walks = [new PathSum(graph, 'point'), new PathSum(graph, 'min'), new UpperBound(graph)] as const;
  return (group, held) => {
    const inside = group.includes(held);
    const [value, min, max] = walks.map((walk) => {
      walk.solve(group);
      return inside ? walk.share(held) : (walk.x[held] as number);
    }) as [number, number, number];
    return { point: known(value), min, max };
  };
}
