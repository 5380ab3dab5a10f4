/**
 * What is known of an option on a criterion, on the criterion's own scale. Null is unknown: the whole scale is then
 * possible, so that unknown never counts as low (capability 20).
 */
export type Score = { readonly low: number; readonly likely: number; readonly high: number } | null;

/** A criterion: its scale, and whether more of it is better. */
export type Criterion = { readonly min: number; readonly max: number; readonly better: 'more' | 'less' };

/** A score that is one number. */
export const exactly = (value: number): Score => ({ low: value, likely: value, high: value });

/** Value from 0 (worst on the scale) to 1 (best). Linear. */
export function worthOf({ min, max, better }: Criterion, level: number): number {
  const part = max === min ? 0 : (level - min) / (max - min);
  return better === 'more' ? part : 1 - part;
}

/** The values that a score leaves possible, worst first, with the likeliest between; unknown has none. */
export function valueRange(
  criterion: Criterion,
  score: Score,
): { readonly min: number; readonly likely: number | null; readonly max: number } {
  if (score === null) return { min: 0, likely: null, max: 1 };
  const [a, b] = [worthOf(criterion, score.low), worthOf(criterion, score.high)];
  return { min: Math.min(a, b), likely: worthOf(criterion, score.likely), max: Math.max(a, b) };
}

/**
 * One draw from what is possible: triangular between low, likely and high, even over the scale when unknown. `u` from
 * 0 to below 1. Only square roots, so the same on every machine.
 */
export function drawValue(
  range: { readonly min: number; readonly likely: number | null; readonly max: number },
  u: number,
): number {
  const { min, likely, max } = range;
  if (max === min) return min;
  if (likely === null) return min + u * (max - min);
  const width = max - min;
  const turn = (likely - min) / width;
  return u < turn
    ? min + Math.sqrt(u * width * (likely - min))
    : max - Math.sqrt((1 - u) * width * (max - likely));
}
