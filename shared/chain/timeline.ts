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
