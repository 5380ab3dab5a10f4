/** Where a result changes when one number moves: at `value` the result is `from` on the lower side, `to` on the upper. */
export type Flip<Result> = { readonly value: number; readonly from: Result; readonly to: Result };

/**
 * All points of a scale at which a result changes, one criterion moved and all else kept ("changes class if
 * substitutability falls below 3"). `steps` are the values that the scale allows, ascending; the flip is said to lie at
 * the first value with the new result. The result is asked once for each step.
 */
export function flips<Result extends string | number>(
  steps: readonly number[],
  resultAt: (value: number) => Result,
): Flip<Result>[] {
  const found: Flip<Result>[] = [];
  let before: Result | undefined;
  for (const value of steps) {
    const result = resultAt(value);
    if (before !== undefined && result !== before) found.push({ value, from: before, to: result });
    before = result;
  }
  return found;
}

/**
 * The weight of one criterion, from 0 to 1 with the other weights kept in proportion, at which option a and option b
 * are level; null when no weight makes them so. `a` and `b` are values from 0 to 1 by criterion.
 */
export function breakEvenWeight(
  a: readonly number[],
  b: readonly number[],
  weights: readonly number[],
  criterion: number,
): number | null {
  const rest = weights.reduce((sum, weight, k) => (k === criterion ? sum : sum + weight), 0);
  const elsewhere =
    rest === 0
      ? 0
      : weights.reduce(
          (sum, weight, k) =>
            k === criterion ? sum : sum + (weight / rest) * ((a[k] as number) - (b[k] as number)),
          0,
        );
  const here = (a[criterion] as number) - (b[criterion] as number);
  if (here === elsewhere) return null;
  const weight = elsewhere / (elsewhere - here);
  return weight >= 0 && weight <= 1 ? weight : null;
}
