import type { DEAL_RIGHTS, DEBTS, MEASURES, Party, Step } from '../model/records/scenario.ts';
import type { Interval } from '../ownership/interest.ts';
import { type Cap, capped, certified, issued, transferred } from './cap.ts';
import { intervalOf, ONE, percentOf } from './interval.ts';
import { conversionSize, exercisePrice, issueSize, poolSize, type Size, warrantSize } from './pricing.ts';
import type { ProblemCode } from './problems.ts';

/** A party as a node of the ownership graph: a record by its id, a party of the scenario by its key. */
export const nodeOfParty = (party: Party): string =>
  'record' in party ? party.record : `${OWN_PREFIX}${party.own}`;
export const OWN_PREFIX = 'own:';
/** Holds the options that are granted out of a pool. */
export const POOL = 'pool:';

export type RightKind = (typeof DEAL_RIGHTS)[number] | 'control';
export type HeldRight = {
  readonly holder: string;
  readonly right: RightKind;
  readonly detail?: string;
  /** Whether the right by itself gives, or may give, control over the company; absent when it does not go so far. */
  readonly grip?: 'certain' | 'possible';
};
export type Seats = { readonly holder: string; readonly seats: Interval };

/** Money that changes hands. `later`: only when a right is exercised. */
export type Money = {
  readonly step: number;
  readonly who: string;
  readonly what: 'shares' | 'convertible' | 'warrantLoan' | 'warrants' | (typeof DEBTS)[number];
  readonly amount: Interval;
  readonly later: boolean;
};
export type Measure = { readonly measure: (typeof MEASURES)[number]; readonly detail?: string };
export type Certificate = { readonly holder: string; readonly trustee: string; readonly part: Interval };

/** What is wrong with a step, which then does as much as it can, or nothing. */
export type StepProblem = { readonly step: number; readonly code: ProblemCode };

/** The company after some steps. `boardSize` is the number of seats, where one is said. */
export type Deal = {
  readonly cap: Cap;
  readonly rights: readonly HeldRight[];
  readonly seats: readonly Seats[];
  readonly boardSize: number | undefined;
  readonly money: readonly Money[];
  readonly measures: readonly Measure[];
  readonly certificates: readonly Certificate[];
  readonly problems: readonly StepProblem[];
};

export const dealOf = (cap: Cap, rights: readonly HeldRight[] = [], seats: readonly Seats[] = []): Deal => ({
  cap,
  rights,
  seats,
  boardSize: undefined,
  money: [],
  measures: [],
  certificates: [],
  problems: [],
});

/** Does steps one after the other. Pure: the deal that it starts from stays as it is. */
export const runSteps = (start: Deal, steps: readonly Step[]): Deal =>
  steps.reduce((deal, one, index) => runStep(deal, one, index, steps.slice(index + 1)), start);

function runStep(deal: Deal, step: Step, index: number, later: readonly Step[]): Deal {
  const { cap } = deal;
  const at = new At(deal, index);
  switch (step.kind) {
    case 'issue': {
      const holder = nodeOfParty(step.investor);
      const { size, votesPerShare } = step;
      const found = issueSize(cap, holder, size);
      const votes = votesPerShare === undefined ? ONE : intervalOf(votesPerShare);
      const fresh = issued(cap, { holder, shareClass: step.shareClass ?? '' }, found.perOld, votes);
      const paid = size.amount === undefined ? undefined : intervalOf(size.amount);
      return at.with(found, { cap: fresh, ...at.paid(holder, 'shares', paid, false) });
    }
    case 'transfer': {
      const { size } = step;
      const from = nodeOfParty(step.from);
      const to = nodeOfParty(step.to);
      if (size.by === 'shares' && cap.shares === undefined) return at.problem('sharesNotCounted');
      const of =
        size.by === 'all'
          ? 'all'
          : size.by === 'percent'
            ? percentOf(size.percent)
            : partOf(intervalOf(size.count), cap.shares as Interval);
      return at.moved(transferred(cap, from, to, of));
    }
    case 'convertible': {
      const holder = nodeOfParty(step.holder);
      const found = conversionSize(cap, step);
      const paid = step.fresh ? at.paid(holder, 'convertible', intervalOf(step.amount), false) : {};
      return at.with(found, { cap: at.granted('convertible', holder, found, step.converted, step), ...paid });
    }
    case 'warrants': {
      const holder = nodeOfParty(step.holder);
      const found = warrantSize(cap, step);
      const price = exercisePrice(cap, step, found.perOld);
      return at.with(found, {
        cap: at.granted('warrants', holder, found, step.exercised),
        money: [
          ...deal.money,
          ...at.money(holder, 'warrantLoan', step.loan && intervalOf(step.loan), false),
          ...at.money(holder, 'warrants', price, !step.exercised),
        ],
      });
    }
    case 'pool': {
      const found = poolSize(
        cap,
        step,
        later.find((one) => one.kind === 'issue'),
      );
      return at.with(found, { cap: at.granted('pool', POOL, found, step.granted) });
    }
    case 'seats': {
      const holder = nodeOfParty(step.holder);
      const seats = intervalOf(step.seats);
      const others = deal.seats.filter((one) => one.holder !== holder);
      return {
        ...deal,
        boardSize: step.of ?? deal.boardSize,
        seats: seats.max > 0 ? [...others, { holder, seats }] : others,
      };
    }
    case 'right':
      return at.right(step);
    case 'certify': {
      const holder = nodeOfParty(step.holder);
      const trustee = nodeOfParty(step.trustee);
      const of = step.percent === undefined ? ONE : percentOf(step.percent);
      const after = at.moved(certified(cap, holder, trustee, of));
      return after.cap === cap
        ? after
        : { ...after, certificates: [...after.certificates, { holder, trustee, part: of }] };
    }
    case 'voteCap':
      return at.moved(capped(cap, nodeOfParty(step.holder), percentOf(step.percent)));
    case 'measure': {
      const { measure, detail } = step;
      return { ...deal, measures: [...deal.measures, { measure, ...(detail ? { detail } : {}) }] };
    }
    case 'debt':
      return {
        ...deal,
        ...at.paid(nodeOfParty(step.lender), step.instrument, intervalOf(step.amount), false),
      };
  }
}

const partOf = (count: Interval, all: Interval): Interval => ({
  min: count.min / all.max,
  max: Math.min(1, count.max / all.min),
});

/** Rights that may go as far as control, as the facts are read too. */
export const mayGrip = (right: RightKind): boolean => right === 'appointment' || right === 'goldenShare';

/** Where in a scenario we are: what a step may change of the deal so far. */
class At {
  readonly #deal: Deal;
  readonly #step: number;

  constructor(deal: Deal, step: number) {
    this.#deal = deal;
    this.#step = step;
  }

  problem(code: ProblemCode): Deal {
    return { ...this.#deal, problems: [...this.#deal.problems, { step: this.#step, code }] };
  }

  with({ problem }: Size, changes: Partial<Deal>): Deal {
    return { ...(problem === undefined ? this.#deal : this.problem(problem)), ...changes };
  }

  moved({ cap, problem, doubtful }: ReturnType<typeof transferred>): Deal {
    if (problem !== undefined) return this.problem(problem);
    return { ...(doubtful ? this.problem('perhapsTooMuch') : this.#deal), cap };
  }

  /** Shares at once, or a right to them. */
  granted(
    kind: 'convertible' | 'warrants' | 'pool',
    holder: string,
    { perOld }: Size,
    done: boolean,
    { shareClass = '' }: { readonly shareClass?: string | undefined } = {},
  ): Cap {
    const { cap } = this.#deal;
    if (done) return issued(cap, { holder, shareClass }, perOld, ONE);
    return { ...cap, reserved: [...cap.reserved, { kind, holder, perIssued: perOld }] };
  }

  paid(who: string, what: Money['what'], amount: Interval | undefined, later: boolean): Partial<Deal> {
    return { money: [...this.#deal.money, ...this.money(who, what, amount, later)] };
  }

  money(who: string, what: Money['what'], amount: Interval | undefined, later: boolean): Money[] {
    return amount === undefined ? [] : [{ step: this.#step, who, what, amount, later }];
  }

  right({ holder: party, action, right, detail }: Extract<Step, { kind: 'right' }>): Deal {
    const holder = nodeOfParty(party);
    const is = (one: HeldRight): boolean =>
      one.holder === holder && one.right === right && (detail === undefined || one.detail === detail);
    const { rights } = this.#deal;
    if (action === 'remove')
      return rights.some(is)
        ? { ...this.#deal, rights: rights.filter((one) => !is(one)) }
        : this.problem('rightAbsent');
    if (rights.some((one) => is(one) && one.detail === detail)) return this.#deal;
    return {
      ...this.#deal,
      rights: [
        ...rights,
        {
          holder,
          right,
          ...(detail === undefined ? {} : { detail }),
          ...(mayGrip(right) ? { grip: 'possible' } : {}),
        },
      ],
    };
  }
}
