import type { Step } from '../model/records/scenario.ts';
import type { Interval } from '../ownership/interest.ts';
import { type Cap, fullyDiluted, heldBy } from './cap.ts';
import { add, corners, intervalOf, lower, ONE, over, percentOf, perOldOf, rest, times } from './interval.ts';

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** Why a size cannot be calculated. */
export type SizeProblem = 'sharesNotCounted' | 'belowHolding' | 'poolTooLarge';
/** New shares for each share issued now; with a problem it is the widest that can be. */
export type Size = { readonly perOld: Interval; readonly problem?: SizeProblem };

const ANYTHING: Interval = { min: 0, max: Number.POSITIVE_INFINITY };
const NOT_COUNTED: Size = { perOld: ANYTHING, problem: 'sharesNotCounted' };

const counted = (cap: Cap, count: Interval): Size =>
  cap.shares === undefined ? NOT_COUNTED : { perOld: over(count, cap.shares) };

/**
 * Shares bought for an amount at a valuation before the money. The price of a share is the valuation over all shares
 * and reserved rights (fully diluted), so that 500 on a valuation of 1000 is a third of everything.
 */
const bought = (cap: Cap, amount: Interval, valuation: Interval): Interval =>
  times(over(amount, valuation), fullyDiluted(cap));

/** New shares of an issue. By percentage: what brings the investor, with what he has already, to that part of it all. */
export function issueSize(cap: Cap, investor: string, size: StepOf<'issue'>['size']): Size {
  switch (size.by) {
    case 'money':
      return { perOld: bought(cap, intervalOf(size.amount), intervalOf(size.preMoney)) };
    case 'shares':
      return counted(cap, intervalOf(size.count));
    case 'percent': {
      const goal = percentOf(size.percent);
      const held = heldBy(cap, investor).capital;
      if (goal.max < held.min) return { perOld: { min: 0, max: 0 }, problem: 'belowHolding' };
      const part = corners([goal, held], (to = 0, from = 0) =>
        from >= 1 ? 0 : Math.max(0, (to - from) / (1 - from)),
      );
      return { perOld: perOldOf(part) };
    }
  }
}

/** New shares when a loan is converted. */
export function conversionSize(cap: Cap, { amount, terms }: StepOf<'convertible'>): Size {
  const loan = intervalOf(amount);
  switch (terms.by) {
    case 'fixed':
      return { perOld: bought(cap, loan, intervalOf(terms.valuation)) };
    case 'price':
      return counted(cap, over(loan, intervalOf(terms.price)));
    case 'cap':
      return {
        perOld: terms.postMoney
          ? times(perOldOf(lower(over(loan, intervalOf(terms.cap)), ONE)), fullyDiluted(cap))
          : bought(cap, loan, intervalOf(terms.cap)),
      };
    case 'discount':
      return { perOld: bought(cap, loan, discounted(terms)) };
    case 'capOrDiscount':
      return { perOld: bought(cap, loan, lower(intervalOf(terms.cap), discounted(terms))) };
  }
}

type Discount = Extract<StepOf<'convertible'>['terms'], { by: 'discount' | 'capOrDiscount' }>;
const discounted = ({ discount, preMoney }: Discount): Interval =>
  times(intervalOf(preMoney), rest(percentOf(discount)));

/** New shares when warrants are exercised. */
export function warrantSize(cap: Cap, { size }: StepOf<'warrants'>): Size {
  switch (size.by) {
    case 'percent':
      return { perOld: times(perOldOf(percentOf(size.percent)), fullyDiluted(cap)) };
    case 'shares':
      return counted(cap, intervalOf(size.count));
    case 'money':
      return { perOld: bought(cap, intervalOf(size.amount), intervalOf(size.valuation)) };
  }
}

/** What the holder pays to exercise warrants for so many new shares, in euros; undefined when no price is set. */
export function exercisePrice(cap: Cap, { size, strike }: StepOf<'warrants'>, perOld: Interval) {
  if (size.by === 'money') return intervalOf(size.amount);
  if (strike === undefined) return undefined;
  if (strike.by === 'valuation') return over(times(intervalOf(strike.valuation), perOld), fullyDiluted(cap));
  const price = intervalOf(strike.price);
  if (size.by === 'shares') return times(price, intervalOf(size.count));
  return cap.shares === undefined ? ANYTHING : times(price, times(perOld, cap.shares));
}

/**
 * An option pool, as a part of all shares and rights. `afterRound`: as they are after the next issue, so that the
 * pool dilutes the present holders alone ("before the money"); an issue by percentage counts in issued shares.
 */
export function poolSize(
  cap: Cap,
  { percent, basis }: StepOf<'pool'>,
  round: StepOf<'issue'> | undefined,
): Size {
  const pool = percentOf(percent);
  const all = fullyDiluted(cap);
  const solved = (grown: Interval, others: Interval): Size => {
    const part = times(pool, grown);
    if (part.min >= 1) return { perOld: ANYTHING, problem: 'poolTooLarge' };
    return { perOld: over(times(part, others), rest(part)) };
  };
  if (basis === 'now' || round === undefined) return solved(ONE, all);
  const { size } = round;
  if (size.by === 'money')
    return solved(add(ONE, over(intervalOf(size.amount), intervalOf(size.preMoney))), all);
  const next =
    size.by === 'percent' ? { perOld: perOldOf(percentOf(size.percent)) } : issueSize(cap, '', size);
  return { ...solved(ONE, add(all, next.perOld)), ...('problem' in next ? { problem: next.problem } : {}) };
}
