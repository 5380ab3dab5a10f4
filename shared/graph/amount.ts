import type { Unit, Value } from '../model/value.ts';

/** Why there is no number: nobody recorded one, it is recorded as unknown, kept from us, or makes no sense here. */
export type WhyMissing = 'notRecorded' | 'unknown' | 'undisclosed' | 'notApplicable';

/** How much. A range is also what claims that compete span; `max: null` is open above. Missing is not zero. */
export type Amount =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'range'; readonly min: number; readonly max: number | null }
  | { readonly kind: 'unknown'; readonly why: WhyMissing };

export const NOT_RECORDED: Amount = { kind: 'unknown', why: 'notRecorded' };
export const exactly = (value: number): Amount => ({ kind: 'exact', value });

/** Lower and upper bound; where nothing is known, from `floor` to `ceiling`. Infinity stands for open. */
export function boundsOf(
  amount: Amount,
  floor = 0,
  ceiling = Number.POSITIVE_INFINITY,
): readonly [min: number, max: number] {
  switch (amount.kind) {
    case 'exact':
      return [amount.value, amount.value];
    case 'range':
      return [amount.min, amount.max ?? ceiling];
    default:
      return [floor, ceiling];
  }
}

export const isKnown = (amount: Amount): boolean => amount.kind !== 'unknown';

/** The smallest amount that holds both: what claims that disagree span. "Unknown" beside a number adds nothing. */
export function spanning(amounts: readonly Amount[]): Amount {
  const known = amounts.filter(isKnown);
  if (known.length === 0) return amounts[0] ?? NOT_RECORDED;
  const bounds = known.map((amount) => boundsOf(amount, Number.NEGATIVE_INFINITY));
  const min = Math.min(...bounds.map(([low]) => low));
  const max = Math.max(...bounds.map(([, high]) => high));
  if (min === max) return exactly(min);
  return { kind: 'range', min, max: Number.isFinite(max) ? max : null };
}

/** Days in one of a unit; a month is a twelfth of a year of 365.25 days. */
const DAYS: Partial<Record<Unit, number>> = { days: 1, weeks: 7, months: 365.25 / 12, years: 365.25 };

/** How a unit is turned into the one of the graph: days, fractions, euros, numbers. Undefined: cannot be turned. */
export type Scale = (unit: Unit) => number | undefined;
export const inDays: Scale = (unit) => DAYS[unit];
export const asFraction: Scale = (unit) => (unit === 'percent' ? 0.01 : undefined);
export const inEuros: Scale = (unit) => (unit === 'eur' ? 1 : undefined);
export const asNumber: Scale = () => 1;

/** What one value says of an amount; undefined when it is of another kind or its unit cannot be turned. */
export function amountOf(value: Value, scale: Scale): Amount | undefined {
  switch (value.kind) {
    case 'number': {
      const factor = scale(value.unit);
      return factor === undefined ? undefined : exactly(value.number * factor);
    }
    case 'range': {
      const factor = scale(value.unit);
      if (factor === undefined) return undefined;
      return {
        kind: 'range',
        min: (value.min ?? 0) * factor,
        max: value.max === undefined ? null : value.max * factor,
      };
    }
    case 'unknown':
    case 'undisclosed':
    case 'notApplicable':
      return { kind: 'unknown', why: value.kind };
    default:
      return undefined;
  }
}
