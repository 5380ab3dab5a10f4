import type { Quantity } from '../model/records/scenario.ts';
import type { Interval, Share } from '../ownership/interest.ts';

/**
 * Arithmetic on intervals of numbers that are not below 0. Every result contains each value that points from the
 * operands can give; `max` may be infinite where nobody knows an end. Bounds are exact where each operand stands once
 * in a formula, and safe otherwise.
 */
export const point = (value: number): Interval => ({ min: value, max: value });
export const ZERO = point(0);
export const ONE = point(1);
/** A part of a whole of which nothing is known. */
export const ANY_PART: Interval = { min: 0, max: 1 };

/** A quantity of a scenario, `unknown` being anything up to `most`; percentages become fractions with `scale` 0.01. */
export const intervalOf = (quantity: Quantity, scale = 1, most = Number.POSITIVE_INFINITY): Interval => {
  switch (quantity.kind) {
    case 'exact':
      return scaled(quantity.value, quantity.value, scale);
    case 'range':
      return scaled(quantity.min, quantity.max, scale);
    case 'unknown':
      return { min: 0, max: most };
  }
};
/** By division, so that 15 per cent is 0.15 and not its neighbour. */
const scaled = (min: number, max: number, scale: number): Interval => ({
  min: min / (1 / scale),
  max: max / (1 / scale),
});

export const percentOf = (quantity: Quantity): Interval => intervalOf(quantity, 0.01, 1);

export const add = (a: Interval, b: Interval): Interval => ({ min: a.min + b.min, max: a.max + b.max });
/** The difference, cut off at 0. */
export const less = (a: Interval, b: Interval): Interval => ({
  min: Math.max(0, a.min - b.max),
  max: Math.max(0, a.max - b.min),
});
/** Nothing times anything is nothing, also where the other has no end. */
export const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);
export const times = (a: Interval, b: Interval): Interval => ({
  min: product(a.min, b.min),
  max: product(a.max, b.max),
});
const quotient = (a: number, b: number): number =>
  a === 0 || b === Number.POSITIVE_INFINITY ? 0 : b === 0 ? Number.POSITIVE_INFINITY : a / b;
export const over = (a: Interval, b: Interval): Interval => ({
  min: quotient(a.min, b.max),
  max: quotient(a.max, b.min),
});
export const lower = (a: Interval, b: Interval): Interval => ({
  min: Math.min(a.min, b.min),
  max: Math.min(a.max, b.max),
});
/** What is left of the whole. */
export const rest = (part: Interval): Interval => less(ONE, part);
export const sum = (all: readonly Interval[]): Interval => all.reduce(add, ZERO);
/** A part of a whole, cut to 0 .. 1. */
export const part = ({ min, max }: Interval): Interval => ({ min: clamp(min), max: clamp(max) });
/** Rounding may leave a hair below nothing; the sum makes a nought of a negative one. */
const clamp = (value: number): number => Math.min(1, Math.max(0, value) + 0);

/** The bounds over all corners of a formula that rises or falls in each operand by itself. */
export const corners = (operands: readonly Interval[], of: (...values: number[]) => number): Interval => {
  const points = operands.reduce<readonly number[][]>(
    (made, { min, max }) =>
      made.flatMap((before) => [
        [...before, min],
        [...before, max],
      ]),
    [[]],
  );
  const values = points.map((values) => of(...values));
  return { min: Math.min(...values), max: Math.max(...values) };
};

/** `n` new shares for each old one are `n / (1 + n)` of all. */
export const partOfAll = (perOld: Interval): Interval => ({
  min: partOf(perOld.min),
  max: partOf(perOld.max),
});
const partOf = (perOld: number): number => (perOld === Number.POSITIVE_INFINITY ? 1 : perOld / (1 + perOld));
/** The other way round. */
export const perOldOf = (whole: Interval): Interval => over(whole, rest(whole));

/** As a share that the ownership engine takes. */
export const shareOf = (interval: Interval): Share => {
  const { min, max } = part(interval);
  return min === max ? { kind: 'exact', value: min } : { kind: 'range', min, max };
};
/** The bounds of a share; unknown is anything. */
export const boundsOf = (share: Share): Interval =>
  share.kind === 'exact'
    ? point(share.value)
    : share.kind === 'range'
      ? { min: share.min, max: share.max }
      : ANY_PART;
