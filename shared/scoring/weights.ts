/** What is known of the weights of `n` criteria; they are never below 0 and sum to 1. */
export type WeightKnowledge = {
  /** Places of criteria from heaviest to lightest, when the order is known; all of them. */
  readonly order?: readonly number[] | undefined;
  /** Least and greatest weight by place; absent is 0 to 1. */
  readonly ranges?: readonly ({ readonly min: number; readonly max: number } | null)[] | undefined;
};

/**
 * Rank-order-centroid weights, heaviest first: `w_k = (1/n) sum_{i>=k} 1/i`, the mean of all weights that agree with
 * the order (Barron and Barrett 1996). Three criteria: .6111, .2778, .1111.
 */
export function rankOrderCentroid(n: number): number[] {
  const weights: number[] = new Array(n);
  let sum = 0;
  for (let k = n; k >= 1; k--) {
    sum += 1 / k;
    weights[k - 1] = sum / n;
  }
  return weights;
}

/** Draws tried for one set of weights within ranges before they count as too tight. */
const TRIES = 20_000;
/** Weights on a bound are within it, whatever rounding makes of them. */
const SAME = 1e-12;
export class WeightsTooTight extends Error {}

/** Sorts a handful of numbers in place, without the call into the engine that costs more than the sorting. */
function ascending(numbers: Float64Array): void {
  for (let k = 1; k < numbers.length; k++) {
    const own = numbers[k] as number;
    let at = k;
    for (; at > 0 && (numbers[at - 1] as number) > own; at--) numbers[at] = numbers[at - 1] as number;
    numbers[at] = own;
  }
}

/**
 * Draws weights uniformly from all that agree with what is known, into `into` (length n): spacings of sorted uniform
 * numbers, which needs no logarithm and so gives the same numbers on every machine. Ranges are kept by rejection.
 * @throws WeightsTooTight when no draw fits the ranges.
 */
export function weightSampler(
  n: number,
  { order, ranges }: WeightKnowledge,
  random: () => number,
): (into: Float64Array) => void {
  const cuts = new Float64Array(n + 1);
  const inner = cuts.subarray(1, n);
  const draw = (into: Float64Array): void => {
    cuts[0] = 0;
    cuts[n] = 1;
    for (let k = 0; k < n - 1; k++) inner[k] = random();
    ascending(inner);
    for (let k = 0; k < n; k++) into[k] = (cuts[k + 1] as number) - (cuts[k] as number);
  };
  const place = new Float64Array(n);
  const ordered = (into: Float64Array): void => {
    draw(order === undefined ? into : place);
    if (order === undefined) return;
    ascending(place);
    order.forEach((criterion, rank) => {
      into[criterion] = place[n - 1 - rank] as number;
    });
  };
  if (ranges === undefined || ranges.every((range) => range === null)) return ordered;
  const least = ranges.map((range) => range?.min ?? 0);
  const slack = 1 - least.reduce((sum, min) => sum + min, 0);
  const within = (weights: Float64Array): boolean =>
    ranges.every((range, k) => {
      const weight = weights[k] as number;
      return range === null || (weight >= range.min - SAME && weight <= range.max + SAME);
    });
  // Without an order the lower bounds need no trying: what is left above them is spread over the simplex.
  const above = (into: Float64Array): void => {
    draw(into);
    for (let k = 0; k < n; k++) into[k] = (least[k] as number) + Math.max(0, slack) * (into[k] as number);
  };
  return (into) => {
    if (slack < -SAME) throw new WeightsTooTight();
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (order === undefined) above(into);
      else ordered(into);
      if (within(into)) return;
    }
    throw new WeightsTooTight();
  };
}
