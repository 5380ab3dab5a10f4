import type { TextKey } from '#shared/i18n/index.ts';
import { DEAL_RIGHTS, DEBTS, MEASURES, type StepKind } from '#shared/model/records/scenario.ts';

type Choices = readonly (readonly [value: string, text: TextKey])[];

/**
 * One field of a step. `path` is the member of the step's body, with a point for one inside `size`, `terms` or
 * `strike`; `when` says for which choice made elsewhere in the step the field is there.
 */
export type FieldSpec = {
  readonly path: string;
  readonly label: TextKey;
  readonly help?: TextKey;
  readonly optional?: true;
  readonly when?: { readonly path: string; readonly is: readonly string[] };
} & (
  | { readonly type: 'party' }
  /** `positive`: above 0; `percent`: 0 to 100. */
  | { readonly type: 'quantity'; readonly bound: 'any' | 'positive' | 'percent' }
  | { readonly type: 'choice'; readonly choices: Choices }
  | { readonly type: 'yesNo'; readonly initially: boolean }
  | { readonly type: 'number' | 'date' | 'text' }
);

const party = (path: string, label: TextKey): FieldSpec => ({ path, label, type: 'party' });
const quantity = (
  path: string,
  label: TextKey,
  bound: 'any' | 'positive' | 'percent' = 'any',
  more: Partial<Pick<FieldSpec, 'help' | 'optional' | 'when'>> = {},
): FieldSpec => ({ path, label, type: 'quantity', bound, ...more });
const choice = (path: string, label: TextKey, choices: Choices): FieldSpec => ({
  path,
  label,
  type: 'choice',
  choices,
});
const yesNo = (path: string, label: TextKey, initially: boolean, help?: TextKey): FieldSpec => ({
  path,
  label,
  type: 'yesNo',
  initially,
  ...(help ? { help } : {}),
});
const bySize = (...is: string[]) => ({ when: { path: 'size.by', is } });
const byTerms = (...is: string[]) => ({ when: { path: 'terms.by', is } });

const SHARE_CLASS: FieldSpec = {
  path: 'shareClass',
  label: 'scenarios.form.shareClass',
  type: 'text',
  optional: true,
};
const DETAIL: FieldSpec = { path: 'detail', label: 'scenarios.form.detail', type: 'text', optional: true };

/** The fields of every kind of step in the order of reading; what a step means is in its record's schema. */
export const STEP_FIELDS: Readonly<Record<StepKind, readonly FieldSpec[]>> = {
  issue: [
    party('investor', 'scenarios.form.investor'),
    choice('size.by', 'scenarios.form.sizeBy', [
      ['money', 'scenarios.form.size.money'],
      ['percent', 'scenarios.form.size.percent'],
      ['shares', 'scenarios.form.size.shares'],
    ]),
    quantity('size.amount', 'scenarios.form.amount', 'any', bySize('money')),
    quantity('size.preMoney', 'scenarios.form.preMoney', 'positive', bySize('money')),
    quantity('size.percent', 'scenarios.form.resulting', 'percent', bySize('percent')),
    quantity('size.count', 'scenarios.form.count', 'any', bySize('shares')),
    quantity('size.amount', 'scenarios.form.amount', 'any', {
      optional: true,
      ...bySize('percent', 'shares'),
    }),
    SHARE_CLASS,
    quantity('votesPerShare', 'scenarios.form.votesPerShare', 'any', {
      optional: true,
      help: 'scenarios.form.votesPerShareHelp',
    }),
  ],
  transfer: [
    party('from', 'scenarios.form.from'),
    party('to', 'scenarios.form.to'),
    choice('size.by', 'scenarios.form.sizeBy', [
      ['percent', 'scenarios.form.size.percentOfCapital'],
      ['shares', 'scenarios.form.size.shares'],
      ['all', 'scenarios.form.size.all'],
    ]),
    quantity('size.percent', 'scenarios.form.percent', 'percent', bySize('percent')),
    quantity('size.count', 'scenarios.form.count', 'any', bySize('shares')),
  ],
  convertible: [
    party('holder', 'scenarios.form.lender'),
    quantity('amount', 'scenarios.form.amount'),
    choice('terms.by', 'scenarios.form.terms', [
      ['fixed', 'scenarios.form.term.fixed'],
      ['cap', 'scenarios.form.term.cap'],
      ['discount', 'scenarios.form.term.discount'],
      ['capOrDiscount', 'scenarios.form.term.capOrDiscount'],
      ['price', 'scenarios.form.term.price'],
    ]),
    quantity('terms.valuation', 'scenarios.form.valuation', 'positive', byTerms('fixed')),
    quantity('terms.price', 'scenarios.form.price', 'positive', byTerms('price')),
    quantity('terms.cap', 'scenarios.form.cap', 'positive', byTerms('cap', 'capOrDiscount')),
    { ...yesNo('terms.postMoney', 'scenarios.form.postMoney', false), ...byTerms('cap') },
    quantity('terms.discount', 'scenarios.form.discount', 'percent', byTerms('discount', 'capOrDiscount')),
    quantity('terms.preMoney', 'scenarios.form.preMoney', 'positive', byTerms('discount', 'capOrDiscount')),
    yesNo('converted', 'scenarios.form.converted', false, 'scenarios.form.convertedHelp'),
    yesNo('fresh', 'scenarios.form.fresh', true),
    SHARE_CLASS,
  ],
  warrants: [
    party('holder', 'scenarios.form.holder'),
    choice('size.by', 'scenarios.form.sizeBy', [
      ['percent', 'scenarios.form.size.percentAfter'],
      ['money', 'scenarios.form.size.money'],
      ['shares', 'scenarios.form.size.shares'],
    ]),
    quantity('size.percent', 'scenarios.form.percent', 'percent', bySize('percent')),
    quantity('size.amount', 'scenarios.form.amount', 'any', bySize('money')),
    quantity('size.valuation', 'scenarios.form.valuation', 'positive', bySize('money')),
    quantity('size.count', 'scenarios.form.count', 'any', bySize('shares')),
    quantity('loan', 'scenarios.form.loan', 'any', { optional: true }),
    choice('strike.by', 'scenarios.form.strike', [
      ['none', 'scenarios.form.strikes.none'],
      ['valuation', 'scenarios.form.strikes.valuation'],
      ['price', 'scenarios.form.strikes.price'],
    ]),
    quantity('strike.valuation', 'scenarios.form.valuation', 'positive', {
      when: { path: 'strike.by', is: ['valuation'] },
    }),
    quantity('strike.price', 'scenarios.form.price', 'any', { when: { path: 'strike.by', is: ['price'] } }),
    yesNo('exercised', 'scenarios.form.exercised', false),
    {
      path: 'expires',
      label: 'scenarios.form.expires',
      help: 'scenarios.form.expiresHelp',
      type: 'date',
      optional: true,
    },
  ],
  pool: [
    quantity('percent', 'scenarios.form.percent', 'percent'),
    choice('basis', 'scenarios.form.poolBasis', [
      ['afterRound', 'scenarios.form.pools.afterRound'],
      ['now', 'scenarios.form.pools.now'],
    ]),
    yesNo('granted', 'scenarios.form.granted', false),
  ],
  seats: [
    party('holder', 'scenarios.form.holder'),
    quantity('seats', 'scenarios.form.seats'),
    { path: 'of', label: 'scenarios.form.seatsOf', type: 'number', optional: true },
  ],
  right: [
    party('holder', 'scenarios.form.holder'),
    choice('action', 'scenarios.form.action', [
      ['grant', 'scenarios.form.actions.grant'],
      ['remove', 'scenarios.form.actions.remove'],
    ]),
    choice(
      'right',
      'scenarios.form.right',
      DEAL_RIGHTS.map((right) => [right, `scenarios.right.${right}`] as const),
    ),
    DETAIL,
  ],
  certify: [
    party('holder', 'scenarios.form.holder'),
    party('trustee', 'scenarios.form.trustee'),
    quantity('percent', 'scenarios.form.votesMoved', 'percent', {
      optional: true,
      help: 'scenarios.form.votesMovedHelp',
    }),
  ],
  voteCap: [
    party('holder', 'scenarios.form.holder'),
    quantity('percent', 'scenarios.form.voteCap', 'percent'),
  ],
  measure: [
    choice(
      'measure',
      'scenarios.form.measure',
      MEASURES.map((measure) => [measure, `scenarios.measure.${measure}`] as const),
    ),
    DETAIL,
  ],
  debt: [
    party('lender', 'scenarios.form.lender'),
    choice(
      'instrument',
      'scenarios.form.instrument',
      DEBTS.map((debt) => [debt, `scenarios.debt.${debt}`] as const),
    ),
    quantity('amount', 'scenarios.form.amount'),
  ],
};

export const STEP_KINDS = Object.keys(STEP_FIELDS) as readonly StepKind[];
