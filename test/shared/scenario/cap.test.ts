import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity, Step } from '#shared/model/records/scenario.ts';
import { asFullyDiluted, type Cap, capOf, heldBy } from '#shared/scenario/cap.ts';
import { ONE, point, sum } from '#shared/scenario/interval.ts';
import { type Deal, dealOf, runSteps } from '#shared/scenario/run.ts';
import { exact, range, UNKNOWN } from './fixture.ts';

const own = (key: string) => ({ own: key });
const node = (key: string): string => `own:${key}`;
/** A company by parts of its capital, one share one vote. */
const start = (parts: Readonly<Record<string, number>>, shares?: number): Deal =>
  dealOf(
    capOf(
      Object.entries(parts).map(([key, part]) => ({
        holder: node(key),
        shareClass: '',
        capital: point(part),
        votes: point(part),
      })),
      shares === undefined ? undefined : point(shares),
    ),
  );
const capital = ({ cap }: Deal, key: string): number => heldBy(cap, node(key)).capital.max;
const votes = ({ cap }: Deal, key: string): number => heldBy(cap, node(key)).votes.max;
const full = ({ cap }: Deal, holder: string): number => heldBy(asFullyDiluted(cap), holder).capital.max;
const issue = (investor: string, amount: number, preMoney: number): Step => ({
  kind: 'issue',
  investor: own(investor),
  size: { by: 'money', amount: exact(amount), preMoney: exact(preMoney) },
});

describe('a round of new shares', () => {
  it('dilutes 25% to 16.67% when 500 is paid on a valuation of 1000 (field practice 2.6.16)', () => {
    const after = runSteps(start({ a: 0.25, b: 0.75 }), [issue('new', 500, 1000)]);
    expect(capital(after, 'a')).toBeCloseTo(250 / 1500, 15);
    expect(capital(after, 'new')).toBeCloseTo(500 / 1500, 15);
    expect(after.cap.kept.max).toBeCloseTo(2 / 3, 15);
    expect(after.money).toEqual([
      { step: 0, who: 'own:new', what: 'shares', amount: point(500), later: false },
    ]);
  });

  it('adds to what the investor has', () => {
    const after = runSteps(start({ a: 0.25, b: 0.75 }), [issue('a', 500, 1000)]);
    expect(capital(after, 'a')).toBeCloseTo(0.25 * (2 / 3) + 1 / 3, 15);
  });

  it('brings the investor to a percentage, counting what he holds', () => {
    const to = (percent: number): Step => ({
      kind: 'issue',
      investor: own('a'),
      size: { by: 'percent', percent: exact(percent) },
    });
    expect(capital(runSteps(start({ a: 0.25, b: 0.75 }), [to(40)]), 'a')).toBeCloseTo(0.4, 15);
    expect(runSteps(start({ a: 0.25, b: 0.75 }), [to(20)]).problems).toEqual([
      { step: 0, code: 'belowHolding' },
    ]);
  });

  it('counts shares where they are counted, and says so where they are not', () => {
    const step: Step = { kind: 'issue', investor: own('new'), size: { by: 'shares', count: exact(250) } };
    const after = runSteps(start({ a: 1 }, 1000), [step]);
    expect(capital(after, 'new')).toBe(0.2);
    expect(after.cap.shares).toEqual(point(1250));
    const blind = runSteps(start({ a: 1 }), [step]);
    expect(blind.problems).toEqual([{ step: 0, code: 'sharesNotCounted' }]);
    expect(heldBy(blind.cap, node('new')).capital).toEqual({ min: 0, max: 1 });
  });

  it('keeps capital and votes apart by the votes of a share', () => {
    const without = runSteps(start({ a: 1 }), [{ ...issue('new', 25, 75), votesPerShare: exact(0) } as Step]);
    expect([capital(without, 'new'), votes(without, 'new'), votes(without, 'a')]).toEqual([0.25, 0, 1]);
    const tenfold = runSteps(start({ a: 1 }), [
      { ...issue('new', 25, 75), votesPerShare: exact(10) } as Step,
    ]);
    // 75 votes against 250.
    expect(votes(tenfold, 'new')).toBeCloseTo(250 / 325, 14);
    const next = runSteps(tenfold, [issue('later', 100, 100)]);
    // 100 more shares with one vote each beside 325 votes.
    expect(votes(next, 'later')).toBeCloseTo(100 / 425, 14);
  });
});

describe('loans, warrants and pools', () => {
  const loan = (terms: Extract<Step, { kind: 'convertible' }>['terms'], converted = true): Step => ({
    kind: 'convertible',
    holder: own('lender'),
    amount: exact(200),
    terms,
    converted,
    fresh: true,
  });

  it('convert at a fixed valuation, a cap, a discount, or the better of the two', () => {
    const part = (step: Step) => capital(runSteps(start({ a: 1 }), [step]), 'lender');
    expect(part(loan({ by: 'fixed', valuation: exact(800) }))).toBeCloseTo(0.2, 15);
    expect(part(loan({ by: 'cap', cap: exact(600), postMoney: false }))).toBeCloseTo(0.25, 15);
    expect(part(loan({ by: 'cap', cap: exact(1000), postMoney: true }))).toBeCloseTo(0.2, 15);
    // 20% off 1000 is 800.
    expect(part(loan({ by: 'discount', discount: exact(20), preMoney: exact(1000) }))).toBeCloseTo(0.2, 15);
    const both = { by: 'capOrDiscount', discount: exact(20), preMoney: exact(1000) } as const;
    expect(part(loan({ ...both, cap: exact(600) }))).toBeCloseTo(0.25, 15);
    expect(part(loan({ ...both, cap: exact(900) }))).toBeCloseTo(0.2, 15);
  });

  it('count for the fully diluted table alone until they are converted or exercised', () => {
    const after = runSteps(start({ a: 1 }), [loan({ by: 'fixed', valuation: exact(800) }, false)]);
    expect([capital(after, 'a'), capital(after, 'lender')]).toEqual([1, 0]);
    expect(full(after, node('lender'))).toBeCloseTo(0.2, 15);
    expect(full(after, node('a'))).toBeCloseTo(0.8, 15);
    // A later round is priced over all shares and rights: 250 on 1000 is a fifth of everything.
    const round = runSteps(after, [issue('new', 250, 1000)]);
    expect(full(round, node('new'))).toBeCloseTo(0.2, 15);
    expect(full(round, node('lender'))).toBeCloseTo(0.16, 15);
  });

  it('take their part of the capital after exercise, and cost what the strike says', () => {
    const warrants = (exercised: boolean): Step => ({
      kind: 'warrants',
      holder: own('new'),
      size: { by: 'percent', percent: exact(4) },
      strike: { by: 'valuation', valuation: exact(960) },
      exercised,
    });
    const open = runSteps(start({ a: 1 }), [warrants(false)]);
    expect(full(open, node('new'))).toBeCloseTo(0.04, 15);
    // 4 for every 96 shares, of which one costs a 960th part of 960 for each hundred: 40.
    expect(open.money[0]).toMatchObject({ later: true, what: 'warrants' });
    expect(open.money[0]?.amount.max).toBeCloseTo(40, 12);
    expect(capital(runSteps(start({ a: 1 }), [warrants(true)]), 'new')).toBeCloseTo(0.04, 15);
  });

  it('reserve a pool before the money from the present holders, after the money from all', () => {
    const pool = (basis: 'now' | 'afterRound'): Step => ({
      kind: 'pool',
      percent: exact(10),
      basis,
      granted: false,
    });
    const before = runSteps(start({ a: 1 }), [pool('afterRound'), issue('new', 500, 1000)]);
    expect(full(before, 'pool:')).toBeCloseTo(0.1, 15);
    expect(full(before, node('new'))).toBeCloseTo(1 / 3, 15);
    expect(full(before, node('a'))).toBeCloseTo(1 - 0.1 - 1 / 3, 15);
    const after = runSteps(start({ a: 1 }), [issue('new', 500, 1000), pool('now')]);
    expect(full(after, 'pool:')).toBeCloseTo(0.1, 15);
    expect(full(after, node('new'))).toBeCloseTo(0.3, 15);
    const whole = runSteps(start({ a: 1 }), [
      { kind: 'pool', percent: exact(80), basis: 'afterRound', granted: false },
      issue('new', 500, 1000),
    ]);
    expect(whole.problems).toEqual([{ step: 0, code: 'poolTooLarge' }]);
  });
});

describe('shares that change hands, and votes that part from them', () => {
  it('moves a part of the capital with its votes, and no more than is there', () => {
    const move = (percent: number): Step => ({
      kind: 'transfer',
      from: own('a'),
      to: own('b'),
      size: { by: 'percent', percent: exact(percent) },
    });
    const after = runSteps(start({ a: 0.3, b: 0.7 }), [move(10)]);
    expect([capital(after, 'a'), votes(after, 'a')].map((one) => one.toFixed(12))).toEqual([
      '0.200000000000',
      '0.200000000000',
    ]);
    expect(votes(after, 'b')).toBeCloseTo(0.8, 14);
    expect(runSteps(start({ a: 0.3, b: 0.7 }), [move(31)]).problems).toEqual([{ step: 0, code: 'tooMuch' }]);
    const all = runSteps(start({ a: 0.3, b: 0.7 }), [
      { kind: 'transfer', from: own('a'), to: own('c'), size: { by: 'all' } },
    ]);
    expect([capital(all, 'a'), capital(all, 'c')]).toEqual([0, 0.3]);
    expect(all.cap.lots).toHaveLength(2);
    expect(runSteps(all, [move(1)]).problems).toEqual([{ step: 0, code: 'nothingHeld' }]);
  });

  it('leaves the economic right behind when shares are certified', () => {
    const after = runSteps(start({ a: 0.3, b: 0.7 }), [
      { kind: 'certify', holder: own('a'), trustee: own('trust') },
    ]);
    expect([capital(after, 'a'), votes(after, 'a')]).toEqual([0.3, 0]);
    expect([capital(after, 'trust'), votes(after, 'trust')]).toEqual([0, 0.3]);
    expect(after.certificates).toEqual([{ holder: 'own:a', trustee: 'own:trust', part: ONE }]);
  });

  it('lets the others weigh more when somebody may cast no more than a part', () => {
    const after = runSteps(start({ a: 0.4, b: 0.3, c: 0.3 }), [
      { kind: 'voteCap', holder: own('a'), percent: exact(10) },
    ]);
    expect(votes(after, 'a')).toBe(0.1);
    expect(votes(after, 'b')).toBeCloseTo(0.45, 14);
    expect(capital(after, 'a')).toBe(0.4);
  });

  it('grants and takes away rights', () => {
    const veto = { kind: 'right', holder: own('a'), right: 'veto', detail: 'Licenties' } as const;
    const granted = runSteps(start({ a: 1 }), [{ ...veto, action: 'grant' }]);
    expect(granted.rights).toEqual([{ holder: 'own:a', right: 'veto', detail: 'Licenties' }]);
    expect(runSteps(granted, [{ ...veto, action: 'remove' }]).rights).toEqual([]);
    expect(runSteps(start({ a: 1 }), [{ ...veto, action: 'remove' }]).problems).toEqual([
      { step: 0, code: 'rightAbsent' },
    ]);
  });
});

/** Steps in ranges together with one choice of values within them. */
const quantity = (max: number): fc.Arbitrary<readonly [Quantity, number]> =>
  fc
    .tuple(
      fc.double({ min: 0.5, max, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('exact', 'range', 'unknown'),
    )
    .map(([value, down, up, kind]): readonly [Quantity, number] => [
      kind === 'exact'
        ? exact(value)
        : kind === 'range'
          ? range(value * down, value + (max - value) * up)
          : UNKNOWN,
      value,
    ]);
const WHO = ['a', 'b', 'c', 'd'];
const who = fc.constantFrom(...WHO).map(own);
const pair = <T extends Step>(made: fc.Arbitrary<readonly [T, T]>): fc.Arbitrary<readonly [Step, Step]> =>
  made;

const steps: fc.Arbitrary<readonly (readonly [Step, Step])[]> = fc.array(
  fc.oneof(
    pair(
      fc.tuple(who, quantity(900), quantity(900), quantity(20)).map(([investor, money, pre, v]) => {
        const of = (i: 0 | 1): Extract<Step, { kind: 'issue' }> => ({
          kind: 'issue',
          investor,
          size: {
            by: 'money',
            amount: i === 0 ? money[0] : exact(money[1]),
            preMoney: i === 0 ? positive(pre[0]) : exact(pre[1]),
          },
          votesPerShare: i === 0 ? v[0] : exact(v[1]),
        });
        return [of(0), of(1)] as const;
      }),
    ),
    pair(
      fc.tuple(who, quantity(500), quantity(900), fc.boolean()).map(([holder, money, cap, converted]) => {
        const of = (i: 0 | 1): Extract<Step, { kind: 'convertible' }> => ({
          kind: 'convertible',
          holder,
          amount: i === 0 ? money[0] : exact(money[1]),
          terms: { by: 'cap', cap: i === 0 ? positive(cap[0]) : exact(cap[1]), postMoney: false },
          converted,
          fresh: true,
        });
        return [of(0), of(1)] as const;
      }),
    ),
    pair(
      fc.tuple(who, quantity(90), fc.boolean()).map(([holder, percent, exercised]) => {
        const of = (i: 0 | 1): Extract<Step, { kind: 'warrants' }> => ({
          kind: 'warrants',
          holder,
          size: { by: 'percent', percent: i === 0 ? percent[0] : exact(percent[1]) },
          exercised,
        });
        return [of(0), of(1)] as const;
      }),
    ),
    pair(
      fc.tuple(fc.shuffledSubarray(WHO, { minLength: 2 }), quantity(20)).map(([[from, to], percent]) => {
        const of = (i: 0 | 1): Extract<Step, { kind: 'transfer' }> => ({
          kind: 'transfer',
          from: own(from as string),
          to: own(to as string),
          size: { by: 'percent', percent: i === 0 ? percent[0] : exact(percent[1]) },
        });
        return [of(0), of(1)] as const;
      }),
    ),
    pair(
      fc
        .tuple(fc.shuffledSubarray(WHO, { minLength: 2 }), quantity(90))
        .map(([[holder, trustee], percent]) => {
          const of = (i: 0 | 1): Extract<Step, { kind: 'certify' }> => ({
            kind: 'certify',
            holder: own(holder as string),
            trustee: own(trustee as string),
            percent: i === 0 ? percent[0] : exact(percent[1]),
          });
          return [of(0), of(1)] as const;
        }),
    ),
    pair(
      fc.tuple(who, quantity(60)).map(([holder, percent]) => {
        const of = (i: 0 | 1): Extract<Step, { kind: 'voteCap' }> => ({
          kind: 'voteCap',
          holder,
          percent: i === 0 ? percent[0] : exact(percent[1]),
        });
        return [of(0), of(1)] as const;
      }),
    ),
  ),
  { maxLength: 5 },
);
const positive = (one: Quantity): Quantity =>
  one.kind === 'range' ? range(Math.max(0.01, one.min), one.max) : one;

const world = start({ a: 0.4, b: 0.35, c: 0.15 });
const wholeOf = (cap: Cap, basis: 'capital' | 'votes'): number =>
  sum([...cap.lots.map((lot) => lot[basis]), cap.left[basis]]).max;

describe('any steps', () => {
  it('leave the parts of all holders at the whole after each step, where all is known', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let deal = world;
        for (const [, exactly] of all) {
          deal = runSteps(deal, [exactly]);
          expect(wholeOf(deal.cap, 'capital')).toBeCloseTo(1, 9);
          expect(wholeOf(deal.cap, 'votes')).toBeCloseTo(1, 9);
          expect(wholeOf(asFullyDiluted(deal.cap), 'capital')).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('give intervals that contain the result of every choice of values within the ranges', () => {
    const inside = (narrow: Cap, wide: Cap): void => {
      for (const key of WHO.map(node)) {
        const [truth, found] = [heldBy(narrow, key), heldBy(wide, key)];
        for (const basis of ['capital', 'votes'] as const) {
          expect(found[basis].min).toBeLessThanOrEqual(truth[basis].min + 1e-9);
          expect(found[basis].max).toBeGreaterThanOrEqual(truth[basis].max - 1e-9);
        }
      }
    };
    fc.assert(
      fc.property(steps, (all) => {
        const wide = runSteps(
          world,
          all.map(([ranged]) => ranged),
        );
        const narrow = runSteps(
          world,
          all.map(([, exactly]) => exactly),
        );
        // A step that cannot be done does nothing, and what it would do with other values is another story.
        fc.pre(narrow.problems.length === 0 && !wide.problems.some(({ code }) => code !== 'perhapsTooMuch'));
        inside(narrow.cap, wide.cap);
        inside(asFullyDiluted(narrow.cap), asFullyDiluted(wide.cap));
      }),
      { numRuns: 500 },
    );
  });
});
