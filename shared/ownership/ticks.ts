import type { Certainty3, Interval } from './interest.ts';

/**
 * Votes are counted in whole units of 1e-15 of a company, so that the order of adding changes nothing and
 * 0.25 + 0.25 is exactly a half. Sums are exact up to nine times the whole.
 */
export const WHOLE = 1e15;
/** Half of the grain (1e-12) at which a sum of votes is compared: 3 x 1/6 is a half, 50% + one share in 1e11 is more. */
const HALF_GRAIN = 500;
/** Half of the grain (1e-9) at which a result of multiplying and dividing is compared. */
const HALF_GRAIN_DERIVED = 0.5e-9;

export const OPERATORS = ['>', '>='] as const;
export type Operator = (typeof OPERATORS)[number];

/** A bound that a share must pass; `level` is a fraction. "More than a half" is `{ level: 0.5, operator: '>' }`. */
export type Threshold = { readonly level: number; readonly operator: Operator };

export const MAJORITY: Threshold = { level: 0.5, operator: '>' };

export const toTicks = (fraction: number): number => Math.round(fraction * WHOLE);
export const fromTicks = (ticks: number): number => ticks / WHOLE;

/** The least number of ticks that passes the threshold. */
export const ticksNeeded = ({ level, operator }: Threshold): number =>
  toTicks(level) + (operator === '>' ? HALF_GRAIN : -HALF_GRAIN);

/**
 * Whether a share passes. A sum of votes is compared at twelve decimals; a share that comes from multiplying and
 * dividing (`derived`) at nine, so that 0.6 x 0.4 + 0.01 is a quarter.
 */
export const passes = (share: number, threshold: Threshold, derived: boolean): boolean =>
  derived
    ? threshold.operator === '>'
      ? share > threshold.level + HALF_GRAIN_DERIVED
      : share >= threshold.level - HALF_GRAIN_DERIVED
    : toTicks(share) >= ticksNeeded(threshold);

/** `certain` when the whole interval passes, `excluded` when nothing of it does. */
export const judge = ({ min, max }: Interval, threshold: Threshold, derived: boolean): Certainty3 =>
  passes(min, threshold, derived) ? 'certain' : passes(max, threshold, derived) ? 'possible' : 'excluded';

/** Sums of shares by company, in ticks: `held[e]` is the company of which `share[e]` is a part. */
export function sumsByCompany(n: number, held: Int32Array, share: Float64Array): Float64Array {
  const sums = new Float64Array(n);
  for (let e = 0; e < held.length; e++) {
    const company = held[e] as number;
    sums[company] = (sums[company] as number) + toTicks(share[e] as number);
  }
  return sums;
}

/** Whether interests that add up to so many ticks cannot all be true; compared at twelve decimals. */
export const isAboveWhole = (ticks: number): boolean => ticks > WHOLE + HALF_GRAIN;

/** Whether interests that add up to so many ticks leave nothing to others; compared at twelve decimals. */
export const isWhole = (ticks: number): boolean => ticks >= WHOLE - HALF_GRAIN;
