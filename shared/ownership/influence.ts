import { PROBABILITY_TERMS, type Probability } from '../model/records/influence.ts';
import { YARDSTICKS } from '../scoring/yardstick.ts';
import { bounds, type Certainty3, type Holding, type Interval } from './interest.ts';
import type { VerdictOf } from './support.ts';
import { MAJORITY, type Threshold, ticksNeeded, toTicks } from './ticks.ts';

/**
 * A way by which one party bends another's will without owning it: an influence claim, or a relation of that kind.
 * `id` is the record that it stands in.
 */
export type InfluenceEdge = {
  readonly id: string;
  readonly actor: string;
  readonly party: string;
  readonly grip: 'influence' | 'control';
  readonly certainty: Certainty3;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
};

/** From here on a probability counts as certainty: the highest step of ICD 203 begins there. The tool's own construct. */
const CERTAIN_FROM = 0.95;
/** The lowest level of significant influence under the Vifo Act; a smaller stake gives none by itself. */
const SIGNIFICANT_LEVEL = 0.1;

const ICD = YARDSTICKS.find(({ id }) => id === 'icd203');

/** The bounds of a probability; everything when nobody judged it. */
export function boundsOf(probability: Probability | undefined): Interval {
  if (probability === undefined) return { min: 0, max: 1 };
  if (probability.kind === 'range') return { min: probability.min, max: probability.max };
  const term = ICD?.terms.find(({ id }) => id === probability.term);
  return term ? { min: term.from, max: term.to } : { min: 0, max: 1 };
}

/** What a probability comes to in three values: only what cannot be is excluded. */
export const certaintyOf = (probability: Probability | undefined): Certainty3 => {
  const { min, max } = boundsOf(probability);
  return max === 0 ? 'excluded' : min >= CERTAIN_FROM ? 'certain' : 'possible';
};

/** The words that a probability can have, in the order of the yardstick. */
export const TERM_WORDS = PROBABILITY_TERMS.map((id) => {
  const term = ICD?.terms.find((one) => one.id === id);
  return { id, nl: term?.nl ?? id, en: term?.en ?? id, from: term?.from ?? 0, to: term?.to ?? 1 };
});

const asRight = ({ id, actor, party, certainty, validFrom, validTo }: InfluenceEdge): Holding => ({
  id,
  holder: actor,
  held: party,
  right: certainty === 'certain' ? 'certain' : 'possible',
  validFrom,
  validTo,
});

const there = (edges: readonly InfluenceEdge[]): InfluenceEdge[] =>
  edges.filter(({ certainty }) => certainty !== 'excluded');

/** Interests with what gives control by law or contract beside them: the only influence that the control rules see. */
export const withControl = (
  holdings: readonly Holding[],
  edges: readonly InfluenceEdge[],
): readonly Holding[] => [
  ...holdings,
  ...there(edges)
    .filter(({ grip }) => grip === 'control')
    .map(asRight),
];

/**
 * Interests in which every way of influence counts as a right. A right that is recorded beside shares, such as the
 * appointment of directors, may be short of control and yet is influence (PUR-12).
 */
export const withInfluence = (
  holdings: readonly Holding[],
  edges: readonly InfluenceEdge[],
): readonly Holding[] => [
  ...holdings.map(
    (holding): Holding =>
      holding.right === 'possible' && (holding.capital ?? holding.votes) !== undefined
        ? { ...holding, right: 'certain' }
        : holding,
  ),
  ...there(edges).map(asRight),
];

/**
 * The verdict on direct or indirect influence of the parties on a target (CON-2, PUR-12), over interests from
 * `withInfluence`. Reached is who is influenced by a right, or by a majority of votes of those reached together; the
 * target is influenced when it is reached, or a tenth of its votes is theirs. All that at its least is certain; at its
 * most it is possible, and there a stake of a tenth may carry influence further down the chain. Unlike control, which
 * one party alone can have, influence of one leaves that of another as it is, so that more interests never make the
 * verdict weaker. The letter has no threshold: a tenth is that of the Vifo Act, the rest the tool's own construct.
 */
export const influenceOver =
  (parties: readonly string[], target: string): VerdictOf =>
  (holdings) => {
    if (isInfluenced(holdings, parties, target, 'certain')) return 'certain';
    return isInfluenced(holdings, parties, target, 'possible') ? 'possible' : 'excluded';
  };

const SIGNIFICANT: Threshold = { level: SIGNIFICANT_LEVEL, operator: '>=' };

function isInfluenced(
  holdings: readonly Holding[],
  parties: readonly string[],
  target: string,
  at: 'certain' | 'possible',
): boolean {
  const out = Map.groupBy(holdings, ({ holder }) => holder);
  const reached = new Set(parties);
  const votes = new Map<string, number>();
  const further = at === 'possible' ? ticksNeeded(SIGNIFICANT) : ticksNeeded(MAJORITY);
  for (const name of reached) {
    for (const { held, capital, votes: own, right } of out.get(name) ?? []) {
      const share = own ?? capital;
      const { min, max } = share === undefined ? { min: 0, max: 0 } : bounds(share);
      const sum = (votes.get(held) ?? 0) + toTicks(at === 'certain' ? min : max);
      votes.set(held, sum);
      if (right === 'certain' || (right !== undefined && at === 'possible') || sum >= further)
        reached.add(held);
    }
  }
  const named = parties.includes(target);
  return (reached.has(target) && !named) || (votes.get(target) ?? 0) >= ticksNeeded(SIGNIFICANT);
}
