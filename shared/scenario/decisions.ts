import { type Day, holdsOn, type PartialDate } from '../model/dates.ts';
import type { Certainty3, Interval } from '../ownership/interest.ts';
import { judge } from '../ownership/ticks.ts';

/**
 * A majority that a decision of the general meeting needs, as a part of the votes cast: more than it (`over`) or at
 * least it. The law asks the special majorities under conditions that `decisions.<id>` in the texts tells; articles of
 * association may ask more. `confidence` is about our reading.
 */
export type DecisionRule = {
  readonly id: 'simple' | 'twoThirds' | 'threeQuarters' | 'nineTenths';
  readonly numerator: number;
  readonly denominator: number;
  readonly over: boolean;
  readonly source: string;
  readonly confidence: 'low' | 'moderate' | 'high';
  readonly validFrom?: PartialDate;
  readonly validTo?: PartialDate;
};

export const DECISION_RULES: readonly DecisionRule[] = [
  {
    id: 'simple',
    numerator: 1,
    denominator: 2,
    over: true,
    source: 'BW 2:120, 2:230',
    confidence: 'high',
    validFrom: '1976-07-26',
  },
  {
    id: 'twoThirds',
    numerator: 2,
    denominator: 3,
    over: false,
    source: 'BW 2:330, 2:96a, 2:99',
    confidence: 'high',
    validFrom: '1984-01-01',
  },
  { id: 'threeQuarters', numerator: 3, denominator: 4, over: false, source: '', confidence: 'low' },
  {
    id: 'nineTenths',
    numerator: 9,
    denominator: 10,
    over: false,
    source: 'BW 2:18',
    confidence: 'moderate',
    validFrom: '1992-01-01',
  },
];

export const decisionsOn = (day: Day): readonly DecisionRule[] =>
  DECISION_RULES.filter((rule) => holdsOn(rule, day));

/**
 * What a block of votes means for a kind of decision when all votes are cast. `turnout`: below this part of the votes
 * being cast the block stops the decision although it does not at a full meeting; null when there is no such point.
 */
export type Say = {
  readonly decision: DecisionRule['id'];
  readonly alone: Certainty3;
  readonly block: Certainty3;
  readonly turnout: number | null;
};

const SAME = 1e-9;

export function sayOf(rule: DecisionRule, votes: Interval): Say {
  const { numerator, denominator, over } = rule;
  const level = numerator / denominator;
  const others = (denominator - numerator) / denominator;
  const block = judge(votes, { level: others, operator: over ? '>=' : '>' }, false);
  return {
    decision: rule.id,
    alone: judge(votes, { level, operator: over ? '>' : '>=' }, false),
    block,
    turnout:
      block === 'excluded' && votes.max > 0 && votes.max - votes.min < SAME ? votes.max / others : null,
  };
}
