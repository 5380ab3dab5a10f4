import type { Network } from '../cascade/network.ts';
import { createTimeline } from '../cascade/timeline.ts';
import type { Hit } from './impact.ts';

/** How many are hit from a day on: for certain (in the best reading too), and at most (in the worst). */
export type Moment = { readonly day: number; readonly atLeast: number; readonly atMost: number };

/** The moments at which a number changes, from day nought on, in order. */
export function timelineOf(hits: readonly Hit[]): Moment[] {
  const days = [...new Set([0, ...hits.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))])];
  return days
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      atLeast: hits.filter(({ to }) => to !== null && to <= day).length,
      atMost: hits.filter(({ from }) => from <= day).length,
    }));
}

/** Weeks that are followed: a year and a half. */
const WEEKS = 78;

/** Mean loss of all others in each week when these are left with a part of their capacity, each node of equal weight. */
export function weeklyLoss(
  network: Network,
  failing: readonly { readonly node: string; readonly left: number }[],
): { readonly min: number; readonly max: number }[] {
  const own = new Set(failing.map(({ node }) => node));
  const { nodes } = createTimeline(network, { weeks: WEEKS })(
    failing.map(({ node, left }) => ({ node, capacity: { min: left, max: left } })),
  );
  const others = nodes.filter(({ node }) => !own.has(node));
  const mean = (of: 'least' | 'most', week: number): number =>
    others.reduce((sum, one) => sum + (one[of][week] ?? 0), 0) / Math.max(1, others.length);
  return Array.from({ length: WEEKS }, (_, week) => ({ min: mean('least', week), max: mean('most', week) }));
}
