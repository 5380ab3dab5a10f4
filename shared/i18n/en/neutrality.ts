import type { neutrality as nl } from '../nl/neutrality.ts';
import type { Texts } from '../texts.ts';

/** Country neutrality, proportionality and least intervention (PUR-18 to PUR-20). */
export const neutrality: Texts<typeof nl> = {
  swap: {
    title: 'Swap the country',
    lead: 'The whole assessment is computed again as if all that is from one country were from the other. Names and texts stay the same: nothing is computed from them.',
    from: 'This country',
    to: 'In its place',
    choose: 'Choose two different countries.',
    none: 'No outcome changes. The assessment does not depend on which of these two countries it is.',
    some_one: '{{count}} outcome changes.',
    some_other: '{{count}} outcomes change.',
    home: 'That something changes is to be expected here: the Dutch State is no foreign state actor. The program looks at the Netherlands or not, and at no country beyond that.',
    foreign: 'Find out why. Between two other countries the country alone must make no difference.',
    was: 'Now',
    is: 'With the other country',
    of: 'Outcome',
    stateNow: 'Control by a foreign state, by the facts',
    stateIn: 'Control by a foreign state: {{title}}',
    records_one: '{{name}} ({{count}} record)',
    records_other: '{{name}} ({{count}} records)',
    noCountries: 'No country is recorded of anything in this case yet.',
  },
  lint: {
    title: 'Judgements that may rest on a country alone',
    lead: 'A country is never a reason by itself (PUR-20). This helps with reading again: words are sought by the names of the countries in this case.',
    none: 'No judgement found that rests on a country alone.',
    countryEvidence: 'All of the evidence only says which country something is from.',
    countryArgument:
      'Names {{words}}, but none of the evidence is a fact about a tie such as control, finance or influence.',
  },
  proportion: {
    title: 'Proportionality',
    lead: 'These three principles belong in every dossier with an argument. Without an argument on proportionality (PUR-19) an assessment can only be frozen with a reason.',
    missing: 'No argument yet',
    conflict: 'Not judged in one way',
    toVerdict: 'Judge: {{title}}',
    judge: 'Judge',
  },
  options: {
    title: 'Options, least intervention first',
    lead: 'The lightest option that takes the risk away comes first (PUR-18). The order is for reading, not a score.',
    none: 'There are no options yet. Record them under Transactions.',
    lightest: 'Lightest that excludes control',
    column: {
      option: 'Option',
      intervention: 'Intervention',
      control: 'Control by a foreign state',
      votes: 'Votes',
    },
    unset: 'not set',
  },
  control: { certain: 'Certain', possible: 'Possible', excluded: 'Excluded' },
};
