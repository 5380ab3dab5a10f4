import type { Range } from './network.ts';
import type { TimedInput } from './timeline-inputs.ts';

/** What there is of an input in a week, as a part of a week's need. */
export type Have = { readonly min: number; readonly max: number };
/** Stock of an input in weeks, and for each source the first week in which it may have, and has, delivered less. */
export type Held = {
  min: number;
  max: number;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
};

export const openInput = ({ stock, sources }: TimedInput): Held => ({
  ...stock,
  earliest: new Float64Array(sources.length).fill(Number.POSITIVE_INFINITY),
  latest: new Float64Array(sources.length).fill(Number.POSITIVE_INFINITY),
});

/** The part of an input that is missing this week. */
export const short = ({ min, max }: Have): Range => ({
  min: Math.max(0, 1 - max),
  max: Math.max(0, 1 - min),
});

/** The most that can be made when these parts of the inputs are missing; what is not known counts as linear. */
export function mostMade(inputs: readonly TimedInput[], missing: readonly number[]): number {
  let made = 1;
  let linear = 0;
  for (const [k, { importance, outputLoss, part }] of inputs.entries()) {
    const lost = outputLoss.min * (missing[k] as number);
    if (importance === 'essential') made = Math.min(made, 1 - lost);
    // Essential or linear, it costs at least its part of all purchases.
    if (importance === 'unknown') made = Math.min(made, 1 - lost * part.min);
    if (importance === 'linear') linear += lost * part.min;
  }
  return Math.max(0, Math.min(made, 1 - linear));
}

/** The least that can be made; what is not known counts as essential and as linear, since either can be the worse. */
export function leastMade(inputs: readonly TimedInput[], missing: readonly number[]): number {
  let made = 1;
  let linear = 0;
  for (const [k, { importance, outputLoss, part }] of inputs.entries()) {
    const lost = outputLoss.max * (missing[k] as number);
    if (importance === 'essential' || importance === 'unknown') made = Math.min(made, 1 - lost);
    if (importance === 'linear' || importance === 'unknown') linear += lost * part.max;
  }
  return Math.max(0, Math.min(made, 1 - linear));
}

/**
 * Stocks after a week: what there was less what was used, and never more than at first. The least with this input at its
 * least and all others at their most, and the reverse. `own` is what the node itself can still make.
 */
export function keepStocks(
  inputs: readonly TimedInput[],
  held: readonly Held[],
  have: readonly Have[],
  own: Have,
): void {
  const missing = have.map(short);
  const [best, worst] = [missing.map(({ min }) => min), missing.map(({ max }) => max)];
  for (const [k, stock] of held.entries()) {
    const first = inputs[k]?.stock ?? { min: 0, max: 0 };
    const { min, max } = have[k] as Have;
    const muchUsed = Math.min(own.max, mostMade(inputs, best.with(k, worst[k] as number)));
    const littleUsed = Math.min(own.min, leastMade(inputs, worst.with(k, best[k] as number)));
    stock.min = Math.min(first.min, Math.max(0, min - muchUsed));
    stock.max = Math.min(first.max, Math.max(0, max - littleUsed));
  }
}

/** Sets the clocks of replacement going: by the most loss the earliest, by the least the latest. */
export function clocks(
  held: Held,
  { sources }: TimedInput,
  { week, stop, low, high }: { week: number; stop: number; low: Float64Array; high: Float64Array },
): void {
  for (const [s, { from }] of sources.entries()) {
    if ((high[from] as number) > stop) held.earliest[s] = Math.min(held.earliest[s] as number, week);
    if ((low[from] as number) > stop) held.latest[s] = Math.min(held.latest[s] as number, week);
  }
}
