/**
 * Bounds of a weighted mean whose weights are only known as ranges. Everything that the cascade computes is such a
 * mean: the part of an input that is missing, of sales that are lost, of the whole output that is gone.
 *
 * `min` and `max` bound the weight, which is not negative; `max` may be infinite. Values are not negative.
 */
export type Weighted = { readonly value: number; readonly min: number; readonly max: number };
/** Weight on the value nought: what lies outside and is not hit. */
export type Rest = { readonly min: number; readonly max: number };

const NOTHING: Rest = { min: 0, max: 0 };

/**
 * The largest mean that the weights allow; nought when there is no weight at all. A weight that may be anything above
 * nought counts as there, however little.
 *
 * The mean is a fraction of two linear functions of the weights, so that its maximum lies on a corner of the box: the
 * weights of all values above it as large as they may be, all others as small. Dinkelbach's iteration finds that corner
 * in at most as many steps as there are values. An infinite weight is taken in the limit.
 */
export function highestMean(items: readonly Weighted[], rest: Rest = NOTHING): number {
  let fixed = rest.min;
  for (const { min } of items) fixed += min;
  let mean = 0;
  for (const { value, max } of items) {
    if (value > mean && max > 0 && (fixed === 0 || max === Number.POSITIVE_INFINITY)) mean = value;
  }
  for (;;) {
    let above = 0;
    let weight = rest.min;
    for (const { value, min, max } of items) {
      const w = value > mean ? max : min;
      above += w * value;
      weight += w;
    }
    const next = weight > 0 ? above / weight : 0;
    if (!(next > mean)) return mean;
    mean = next;
  }
}

/** The smallest mean; see `highestMean`, of which it is the mirror image. */
export function lowestMean(items: readonly Weighted[], rest: Rest = NOTHING): number {
  let top = 0;
  for (const { value, max } of items) if (value > top && max > 0) top = value;
  if (top === 0) return 0;
  const mirrored = items.map(({ value, min, max }) => ({ value: Math.max(0, top - value), min, max }));
  mirrored.push({ value: top, ...rest });
  return Math.max(0, top - highestMean(mirrored));
}

/**
 * The largest and smallest sum of shares times values, where shares of a whole are known as ranges and what they leave
 * open is not hit. Undefined when the shares cannot be those of one whole: together at least more than all of it.
 */
export function shareBounds(items: readonly Weighted[]): { min: number; max: number } | undefined {
  let open = 1;
  let min = 0;
  for (const item of items) {
    open -= item.min;
    min += item.min * item.value;
  }
  if (open < -1e-9) return undefined;
  let max = min;
  for (const item of [...items].sort((a, b) => b.value - a.value)) {
    const more = Math.min(item.max - item.min, Math.max(0, open));
    max += more * item.value;
    open -= more;
  }
  return { min, max };
}
