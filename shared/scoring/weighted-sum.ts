import { type Criterion, type Score, valueRange } from './score.ts';

export type Interval = { readonly min: number; readonly max: number };

/** Weights as ranges; they are to sum to 1. */
export type WeightRange = Interval;

/** No weights within the ranges sum to 1. */
export const feasible = (weights: readonly WeightRange[]): boolean =>
  weights.reduce((sum, { min }) => sum + min, 0) <= 1 + 1e-12 &&
  weights.reduce((sum, { max }) => sum + max, 0) >= 1 - 1e-12;

/** The greatest weighted sum of `values` over all weights within the ranges that sum to 1: fill the best first. */
function greatest(values: readonly number[], weights: readonly WeightRange[]): number {
  let left = 1 - weights.reduce((sum, { min }) => sum + min, 0);
  let total = weights.reduce((sum, { min }, k) => sum + min * (values[k] as number), 0);
  const best = weights.map((_, k) => k).sort((a, b) => (values[b] as number) - (values[a] as number));
  for (const k of best) {
    const { min, max } = weights[k] as WeightRange;
    const more = Math.min(left, max - min);
    total += more * (values[k] as number);
    left -= more;
  }
  return total;
}

/**
 * Weighted sum of one option as an interval that holds for all weights within their ranges and all values within
 * theirs; 0 is worst on every criterion, 1 best. Exact: the linear program over a simplex with bounds is solved by
 * filling the best criterion first. Undefined when no weights fit.
 */
export function weightedSum(
  criteria: readonly Criterion[],
  scores: readonly Score[],
  weights: readonly WeightRange[],
): Interval | undefined {
  if (!feasible(weights)) return undefined;
  const ranges = criteria.map((criterion, k) => valueRange(criterion, scores[k] ?? null));
  const max = greatest(
    ranges.map((range) => range.max),
    weights,
  );
  const min = -greatest(
    ranges.map((range) => -range.min),
    weights,
  );
  return { min, max };
}

/**
 * One bar of a tornado: the sum with one criterion at its worst and at its best, all others at their likeliest
 * (unknown: the middle of the scale), widest bar first.
 */
export type Bar = { readonly criterion: number; readonly low: number; readonly high: number };

export function tornado(
  criteria: readonly Criterion[],
  scores: readonly Score[],
  weights: readonly number[],
): { readonly base: number; readonly bars: readonly Bar[] } {
  const ranges = criteria.map((criterion, k) => valueRange(criterion, scores[k] ?? null));
  const likely = ranges.map((range) => range.likely ?? (range.min + range.max) / 2);
  const base = likely.reduce((sum, value, k) => sum + value * (weights[k] as number), 0);
  const bars = ranges.map(({ min, max }, k) => {
    const rest = base - (likely[k] as number) * (weights[k] as number);
    return {
      criterion: k,
      low: rest + min * (weights[k] as number),
      high: rest + max * (weights[k] as number),
    };
  });
  return { base, bars: bars.sort((a, b) => b.high - b.low - (a.high - a.low) || a.criterion - b.criterion) };
}
