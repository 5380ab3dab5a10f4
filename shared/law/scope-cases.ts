import { allOf, anyOf } from '../framework/kleene.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { Condition } from '../rules/condition.ts';
import { type ConditionProof, type Knowledge, prove } from '../rules/prove.ts';
import type { LawItem } from './law-item.ts';
import type { ScopeAnswer } from './scope.ts';

/**
 * What the legal test suggests for a scope case of the letter (1.4.2). A suggestion with its explanation: the verdict on
 * the leaf stays a person's.
 */
export type CaseSuggestion = {
  readonly leaf: 'SC-1' | 'SC-2' | 'SC-3' | 'SC-4';
  readonly outcome: Outcome;
  /** Laws that decide it: which keep it from being met, or, when it is met, all that were tested. */
  readonly laws: readonly string[];
  readonly proof?: ConditionProof;
};

/** Transactions before this day are out of reach of the Vifo Act, strictly before (SC-3; field-practice 2.1.5). */
export const HISTORICAL_CUTOFF = '2020-09-08';

const HISTORICAL: Condition = { fact: 'transactionDate', on: 'deal', before: HISTORICAL_CUTOFF };
const ESSENTIAL: Condition = {
  any: [{ derived: 'essentialSupplierOfVital' }, { derived: 'essentialSupplierOfSensitive' }],
};
const BLOCKED: Condition = {
  all: [
    { fact: 'scaleUp', on: 'company', yes: true },
    {
      ask: 'vifo.decisionBlocksFunding',
      text: {
        nl: 'Blokkeert een toetsingsbesluit op grond van de Wet vifo de financiering van de onderneming?',
        en: 'Does a screening decision under the Vifo Act block the funding of the company?',
      },
    },
    {
      ask: 'vifo.companyFails',
      text: {
        nl: 'Raakt de onderneming daardoor in problemen en dreigt zij te verdwijnen?',
        en: 'Does the company get into trouble because of that and is it about to fail?',
      },
    },
  ],
};

/** What the scope cases ask beside the laws. */
export const CASE_CONDITIONS: readonly Condition[] = [HISTORICAL, ESSENTIAL, BLOCKED];

/** Not caught by a law: not in scope, or not yet. An open answer keeps it open. */
const uncaught = ({ scope }: ScopeAnswer): Outcome =>
  scope === 'inScope' ? 'notMet' : scope === 'undetermined' ? 'undetermined' : 'met';
const caught = ({ scope }: ScopeAnswer): Outcome =>
  scope === 'inScope' ? 'met' : scope === 'undetermined' ? 'undetermined' : 'notMet';

const named = (answers: readonly ScopeAnswer[], outcomeOf: (one: ScopeAnswer) => Outcome, outcome: Outcome) =>
  answers.filter((answer) => outcomeOf(answer) === outcome).map(({ item }) => item);

/**
 * The four scope cases from the laws' answers on the day of assessment. `screening` are the answers of the investment
 * tests, `knowledge` what is known on that day; SC-3 asks what the Vifo Act would say today of what was done then.
 */
export function scopeCases(
  items: readonly LawItem[],
  answers: readonly ScopeAnswer[],
  knowledge: Knowledge,
): CaseSuggestion[] {
  const screening = answers.filter(({ item }) => items.find(({ id }) => id === item)?.role === 'screening');
  const vifo = screening.filter(({ item }) => item.startsWith('vifo'));
  const outside = allOf(screening.map(uncaught));
  const deciding =
    outside === 'met' ? screening.map(({ item }) => item) : named(screening, uncaught, outside);
  const essential = prove(ESSENTIAL, knowledge);
  const historical = prove(HISTORICAL, knowledge);
  const today = anyOf(vifo.map(caught));
  const blocked = prove(BLOCKED, knowledge);
  return [
    { leaf: 'SC-1', outcome: outside, laws: deciding },
    { leaf: 'SC-2', outcome: allOf([outside, essential.outcome]), laws: deciding, proof: essential },
    {
      leaf: 'SC-3',
      outcome: allOf([historical.outcome, today]),
      laws: named(vifo, caught, today),
      proof: historical,
    },
    { leaf: 'SC-4', outcome: blocked.outcome, laws: [], proof: blocked },
  ];
}
