import type { OwnershipGraph } from './compile.ts';
import type { Interval } from './interest.ts';
import { createLookThrough } from './look-through.ts';
import { createUpper } from './upper.ts';

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
  const point = createLookThrough(graph, 'point');
  const ranged = graph.exact ? undefined : { low: createLookThrough(graph, 'min'), high: createUpper(graph) };
  return (owner) => {
    const seeds = [owner];
    point.solve(seeds);
    ranged?.low.solve(seeds);
    ranged?.high.solve(seeds);
    const back = point.back(owner);
    const lowBack = ranged?.low.back(owner) ?? back;
    const highBack = ranged?.high.back(owner) ?? back;
    const shares: IntegratedShare[] = [];
    const list = point.list();
    for (let i = 0; i < list.length; i++) {
      const held = list[i] as number;
      const value = held === owner ? back : (point.x[held] as number);
      const low = held === owner ? lowBack : ranged === undefined ? value : (ranged.low.x[held] as number);
      const high = held === owner ? highBack : ranged === undefined ? value : (ranged.high.x[held] as number);
      if (value === 0 && high === 0) continue;
      const integrated = known(overReturns(value, back));
      const corrected = known(value);
      shares.push({
        held,
        integrated,
        corrected,
        range: around(integrated, overReturns(low, lowBack), overReturns(high, highBack)),
        correctedRange: around(corrected, low, high),
      });
    }
    return shares;
  };
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
  const point = createLookThrough(graph, 'point');
  const low = createLookThrough(graph, 'min');
  const high = createUpper(graph);
  return (group, held) => {
    const inside = group.includes(held);
    const [value, min, max] = [point, low, high].map((walk) => {
      walk.solve(group);
      return inside ? walk.back(held) : (walk.x[held] as number);
    }) as [number, number, number];
    return { point: known(value), min, max };
  };
}
