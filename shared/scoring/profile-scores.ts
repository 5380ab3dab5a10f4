import type { Score } from './score.ts';

type Said = {
  readonly level: number | 'unknown' | 'notApplicable';
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};

/**
 * One score an indicator out of what was agreed, or else of all ratings: from the lowest to the highest level that any
 * rater holds possible, with the middle rating as the likeliest. Only ratings that say "unknown" make an unknown score,
 * no ratings too; "not applicable" alone leaves the indicator out (undefined).
 */
export function scoreOf(ratings: readonly Said[], agreed: Said | undefined): Score | undefined {
  const said = agreed === undefined ? ratings : [agreed];
  const levels = said
    .flatMap(({ level, low, high }) =>
      typeof level === 'number' ? [{ level, low: low ?? level, high: high ?? level }] : [],
    )
    .sort((a, b) => a.level - b.level);
  if (levels.length === 0)
    return said.length > 0 && said.every(({ level }) => level === 'notApplicable') ? undefined : null;
  const at = (place: number): number => levels[place]?.level as number;
  const half = Math.floor(levels.length / 2);
  return {
    low: Math.min(...levels.map(({ low }) => low)),
    likely: levels.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2,
    high: Math.max(...levels.map(({ high }) => high)),
  };
}
