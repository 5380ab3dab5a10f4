import { type Criterion, type Score, valueRange } from './score.ts';

const EXACT = 0;
const EVEN = 1;
const TRIANGULAR = 2;

/**
 * Draws a value for every option on every criterion: triangular between low, likely and high, even over the scale when
 * unknown (`drawValue` of score.ts, with all that does not change worked out once). An exact score takes no random number.
 * `into[option * criteria + criterion]`.
 */
export function valueSampler(
  criteria: readonly Criterion[],
  scores: readonly (readonly Score[])[],
  random: () => number,
): (into: Float64Array) => void {
  const [options, n] = [scores.length, criteria.length];
  const cells = (): Float64Array => new Float64Array(options * n);
  const kind = new Uint8Array(options * n);
  const [min, max, width, turn, rise, fall] = [cells(), cells(), cells(), cells(), cells(), cells()];
  scores.forEach((row, o) => {
    criteria.forEach((criterion, k) => {
      const range = valueRange(criterion, row[k] ?? null);
      const at = o * n + k;
      min[at] = range.min;
      max[at] = range.max;
      width[at] = range.max - range.min;
      if (range.max === range.min) return;
      kind[at] = range.likely === null ? EVEN : TRIANGULAR;
      if (range.likely === null) return;
      turn[at] = (range.likely - range.min) / (range.max - range.min);
      rise[at] = (range.max - range.min) * (range.likely - range.min);
      fall[at] = (range.max - range.min) * (range.max - range.likely);
    });
  });
  return (into) => {
    for (let at = 0; at < kind.length; at++) {
      let value = min[at] as number;
      if (kind[at] !== EXACT) {
        const u = random();
        if (kind[at] === EVEN) value += u * (width[at] as number);
        else if (u < (turn[at] as number)) value += Math.sqrt(u * (rise[at] as number));
        else value = (max[at] as number) - Math.sqrt((1 - u) * (fall[at] as number));
      }
      into[at] = value;
    }
  };
}

/** What option `o` comes to: its values under these weights. */
export function totalOf(values: Float64Array, o: number, weights: Float64Array): number {
  let sum = 0;
  for (let k = 0, at = o * weights.length; k < weights.length; k++, at++)
    sum += (weights[k] as number) * (values[at] as number);
  return sum;
}
