import type { Interval } from '../ownership/interest.ts';
import {
  add,
  corners,
  less,
  lower,
  ONE,
  over,
  part,
  partOfAll,
  point,
  product,
  rest,
  sum,
  times,
  ZERO,
} from './interval.ts';

/** Shares of one class in one hand, as parts of the issued capital and of all votes. */
export type Lot = {
  readonly holder: string;
  readonly shareClass: string;
  readonly capital: Interval;
  readonly votes: Interval;
};

export type Both = { readonly capital: Interval; readonly votes: Interval };

export const RESERVED_KINDS = ['convertible', 'warrants', 'pool'] as const;
/** Shares that somebody may get: a multiple of the shares issued now, with as many votes as an ordinary share. */
export type Reserved = {
  readonly kind: (typeof RESERVED_KINDS)[number];
  readonly holder: string;
  readonly perIssued: Interval;
};

/**
 * The cap table of a company. Parts, not counts: most registers give percentages. `left` is in hands that are not
 * recorded. `votesPerShare` is the average, an ordinary share being 1. `kept`: what a holder who
 * neither bought nor sold keeps of each part he had at the start. `shares`: how many there are, where that is known.
 */
export type Cap = {
  readonly lots: readonly Lot[];
  readonly left: Both;
  readonly reserved: readonly Reserved[];
  readonly votesPerShare: Interval;
  readonly kept: Interval;
  readonly shares: Interval | undefined;
};

export const capOf = (lots: readonly Lot[], shares?: Interval): Cap => ({
  lots,
  left: {
    capital: part(rest(sum(lots.map(({ capital }) => capital)))),
    votes: part(rest(sum(lots.map(({ votes }) => votes)))),
  },
  reserved: [],
  votesPerShare: ONE,
  kept: ONE,
  shares,
});

/** All shares and reserved rights, as a multiple of the shares issued. */
export const fullyDiluted = (cap: Cap): Interval =>
  add(ONE, sum(cap.reserved.map(({ perIssued }) => perIssued)));

export const lotsOf = (cap: Cap, holder: string): readonly Lot[] =>
  cap.lots.filter((lot) => lot.holder === holder);
export const heldBy = (
  cap: Cap,
  holder: string,
): { readonly capital: Interval; readonly votes: Interval } => {
  const own = lotsOf(cap, holder);
  return {
    capital: part(sum(own.map(({ capital }) => capital))),
    votes: part(sum(own.map(({ votes }) => votes))),
  };
};
/** Adds a lot to what the holder has of that class already. */
function received(lots: readonly Lot[], got: Lot): readonly Lot[] {
  const place = lots.findIndex(
    ({ holder, shareClass }) => holder === got.holder && shareClass === got.shareClass,
  );
  const old = lots[place];
  if (old === undefined) return [...lots, got];
  const both = {
    ...old,
    capital: part(add(old.capital, got.capital)),
    votes: part(add(old.votes, got.votes)),
  };
  return lots.with(place, both);
}

/**
 * New shares for a holder: `perOld` for each share issued before, each with so many votes. Everybody else keeps what
 * the new shares leave.
 */
export function issued(
  cap: Cap,
  to: { readonly holder: string; readonly shareClass: string },
  perOld: Interval,
  votesPerShare: Interval,
): Cap {
  const capital = partOfAll(perOld);
  const left = rest(capital);
  const votes = corners([capital, votesPerShare, cap.votesPerShare], votePart);
  const votesLeft = rest(votes);
  const lots = cap.lots.map((lot) => ({
    ...lot,
    capital: times(lot.capital, left),
    votes: times(lot.votes, votesLeft),
  }));
  return {
    lots: received(lots, { ...to, capital, votes }),
    left: { capital: times(cap.left.capital, left), votes: times(cap.left.votes, votesLeft) },
    reserved: cap.reserved.map((one) => ({ ...one, perIssued: times(one.perIssued, left) })),
    votesPerShare: corners(
      [cap.votesPerShare, votesPerShare, capital],
      (old = 0, fresh = 0, of = 0) => product(old, 1 - of) + product(fresh, of),
    ),
    kept: times(cap.kept, left),
    shares: cap.shares && over(cap.shares, left),
  };
}

/** Part of all votes that new shares carry which are `capital` of all shares. */
function votePart(...[capital = 0, fresh = 0, old = 0]: number[]): number {
  const own = product(fresh, capital);
  if (own === 0) return 0;
  return own === Number.POSITIVE_INFINITY ? 1 : own / (own + product(old, 1 - capital));
}

/** Why shares cannot pass as a step says. */
export type TransferProblem = 'nothingHeld' | 'tooMuch';
export type Transferred = {
  readonly cap: Cap;
  readonly problem?: TransferProblem;
  readonly doubtful?: boolean;
};

/** Shares from one hand to another: `of` is a part of the capital, or everything. Votes go along. */
export function transferred(cap: Cap, from: string, to: string, of: Interval | 'all'): Transferred {
  const own = lotsOf(cap, from);
  const held = heldBy(cap, from).capital;
  if (own.length === 0 || held.max === 0) return { cap, problem: 'nothingHeld' };
  if (of !== 'all' && of.min > held.max * (1 + 1e-12)) return { cap, problem: 'tooMuch' };
  const moved = of === 'all' ? ONE : part(over(of, held));
  const [only] = own;
  const single = own.length === 1 && of !== 'all';
  let lots: readonly Lot[] = cap.lots.map((lot) => {
    if (lot.holder !== from) return lot;
    const capital = single ? less(lot.capital, of) : times(lot.capital, rest(moved));
    return { ...lot, capital, votes: times(lot.votes, rest(moved)) };
  });
  for (const lot of own) {
    const capital =
      single && lot === only
        ? { min: Math.min(of.min, lot.capital.max), max: Math.min(of.max, lot.capital.max) }
        : times(lot.capital, moved);
    lots = received(lots, {
      holder: to,
      shareClass: lot.shareClass,
      capital,
      votes: times(lot.votes, moved),
    });
  }
  return {
    cap: { ...cap, lots: withoutEmpty(lots, from) },
    doubtful: of !== 'all' && of.max > held.min + 1e-12,
  };
}

const withoutEmpty = (lots: readonly Lot[], holder: string): readonly Lot[] =>
  lots.filter((lot) => lot.holder !== holder || lot.capital.max > 0 || lot.votes.max > 0);

/** Votes on a part of somebody's shares go to a trustee, the economic right stays where it is. */
export function certified(cap: Cap, holder: string, trustee: string, of: Interval): Transferred {
  const own = lotsOf(cap, holder);
  if (own.length === 0) return { cap, problem: 'nothingHeld' };
  let lots: readonly Lot[] = cap.lots.map((lot) =>
    lot.holder === holder ? { ...lot, votes: times(lot.votes, rest(of)) } : lot,
  );
  for (const { shareClass, votes } of own)
    lots = received(lots, { holder: trustee, shareClass, capital: ZERO, votes: times(votes, of) });
  return { cap: { ...cap, lots } };
}

/** No more than a part of the votes for somebody: what is above it cannot be cast, and the others weigh more. */
export function capped(cap: Cap, holder: string, most: Interval): Transferred {
  const own = lotsOf(cap, holder);
  if (own.length === 0) return { cap, problem: 'nothingHeld' };
  const before = heldBy(cap, holder).votes;
  const kept = corners([before, most], (votes = 0, limit = 0) => (votes > limit ? limit / votes : 1));
  const grown = corners([before, most], (votes = 0, limit = 0) =>
    votes > limit ? (1 - limit) / Math.max(1 - votes, Number.EPSILON) : 1,
  );
  const limited = (votes: Interval): Interval => (own.length === 1 ? lower(votes, most) : times(votes, kept));
  const lots = cap.lots.map((lot) => ({
    ...lot,
    votes: part(lot.holder === holder ? limited(lot.votes) : times(lot.votes, grown)),
  }));
  const left = { ...cap.left, votes: part(times(cap.left.votes, grown)) };
  return { cap: { ...cap, lots, left, votesPerShare: over(cap.votesPerShare, grown) } };
}

/** The table as if every reserved right were exercised; rights of one person come as one class. */
export const asFullyDiluted = (cap: Cap): Cap =>
  cap.reserved.reduce((now, { kind, holder }, i) => {
    const perIssued = now.reserved[i]?.perIssued ?? ZERO;
    return issued(now, { holder, shareClass: kind }, perIssued, point(1));
  }, cap);
