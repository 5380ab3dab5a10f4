import type { Outcome } from '../model/vocabulary.ts';

/**
 * Strong Kleene logic over `notMet < undetermined < met`: `all` is the least of its members, `any` the greatest
 * (S.C. Kleene, Introduction to Metamathematics, 1952, par. 64). Nothing is averaged, so a strong member can never
 * make up for a weak one (letter id CON-R).
 */
const RANK: Readonly<Record<Outcome, number>> = { notMet: 0, undetermined: 1, met: 2 };

/** Negative when `a` is worse than `b`, zero when equal, positive when better. */
export const compareOutcomes = (a: Outcome, b: Outcome): number => RANK[a] - RANK[b];

/** The worst of the outcomes; `met` for none, as nothing stands in the way. */
export const allOf = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce<Outcome>((worst, one) => (RANK[one] < RANK[worst] ? one : worst), 'met');

/** The best of the outcomes; `notMet` for none, as nothing supports it. */
export const anyOf = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce<Outcome>((best, one) => (RANK[one] > RANK[best] ? one : best), 'notMet');

/** `all` or `any` by name, as a pack writes it. */
export const combine = (op: 'all' | 'any', outcomes: readonly Outcome[]): Outcome =>
  op === 'all' ? allOf(outcomes) : anyOf(outcomes);
