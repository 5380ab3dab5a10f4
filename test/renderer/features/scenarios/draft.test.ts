import { describe, expect, it } from 'vitest';
import {
  EMPTY_QUANTITY,
  fieldsOf,
  keyFor,
  newStep,
  type PartyRow,
  partyRow,
  readParty,
  readStep,
  type StepDraft,
  stepDraft,
  withKeys,
} from '#renderer/features/scenarios/editor/draft.ts';
import { STEP_KINDS } from '#renderer/features/scenarios/editor/spec.ts';
import { Step } from '#shared/model/records/scenario.ts';

const COMPANY = '00000000-0000-4000-8000-000000000001';
const exact = (value: number) => ({ kind: 'exact', value }) as const;
const typed = (value: number | string) => ({ ...EMPTY_QUANTITY, value });
const filled = (kind: Step['kind'], fields: StepDraft['fields']): StepDraft => {
  const draft = newStep(1, kind);
  return { ...draft, fields: { ...draft.fields, ...fields } };
};
const errorsOf = (draft: StepDraft) =>
  Object.fromEntries(Object.entries(readStep(draft).errors).map(([path, { key }]) => [path, key]));

const STORED: readonly unknown[] = [
  {
    kind: 'issue',
    investor: { record: COMPANY },
    size: { by: 'money', amount: { kind: 'range', min: 1, max: 2 }, preMoney: exact(10) },
    votesPerShare: exact(0),
    shareClass: 'C',
    note: 'Zoals besproken',
  },
  { kind: 'issue', investor: { own: 'bev' }, size: { by: 'percent', percent: exact(20) } },
  { kind: 'transfer', from: { record: COMPANY }, to: { own: 'bev' }, size: { by: 'all' } },
  {
    kind: 'convertible',
    holder: { own: 'bev' },
    amount: exact(5),
    terms: { by: 'capOrDiscount', cap: exact(10), discount: exact(20), preMoney: { kind: 'unknown' } },
    converted: true,
    fresh: false,
  },
  {
    kind: 'convertible',
    holder: { own: 'bev' },
    amount: exact(5),
    terms: { by: 'cap', cap: exact(10), postMoney: true },
    converted: false,
    fresh: true,
  },
  {
    kind: 'warrants',
    holder: { own: 'bev' },
    size: { by: 'percent', percent: exact(4) },
    loan: exact(9),
    strike: { by: 'price', price: exact(3) },
    exercised: false,
    expires: '2030',
  },
  { kind: 'pool', percent: exact(10), basis: 'now', granted: true },
  { kind: 'seats', holder: { own: 'bev' }, seats: exact(2), of: 5 },
  { kind: 'right', holder: { own: 'bev' }, action: 'remove', right: 'veto', detail: 'Licenties' },
  { kind: 'certify', holder: { own: 'bev' }, trustee: { record: COMPANY } },
  { kind: 'voteCap', holder: { own: 'bev' }, percent: exact(10) },
  { kind: 'measure', measure: 'escrow' },
  { kind: 'debt', lender: { own: 'bev' }, instrument: 'guarantee', amount: exact(1) },
];

describe('a step as it is typed', () => {
  it('comes back as it was stored, for every kind', () => {
    const steps = STORED.map((step) => Step.parse(step));
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(STEP_KINDS));
    expect(steps.map((step, i) => readStep(stepDraft(i, step)))).toEqual(
      steps.map((step) => ({ step, errors: {} })),
    );
  });

  it('shows the fields of the choice that was made', () => {
    const paths = (by: string) =>
      fieldsOf(filled('issue', { 'size.by': by })).flatMap(({ path }) =>
        path.startsWith('size.') ? path : [],
      );
    expect(paths('money')).toEqual(['size.by', 'size.amount', 'size.preMoney']);
    expect(paths('percent')).toEqual(['size.by', 'size.percent', 'size.amount']);
  });

  it('is refused field by field, with a reason', () => {
    expect(errorsOf(filled('issue', { 'size.preMoney': typed(0) }))).toEqual({
      investor: 'scenarios.form.error.party',
      'size.amount': 'scenarios.form.error.required',
      'size.preMoney': 'scenarios.form.error.positive',
    });
    expect(errorsOf(filled('voteCap', { holder: COMPANY, percent: typed(101) }))).toEqual({
      percent: 'scenarios.form.error.percent',
    });
    expect(
      errorsOf(
        filled('seats', { holder: COMPANY, seats: { ...EMPTY_QUANTITY, kind: 'range', min: 3, max: 2 } }),
      ),
    ).toEqual({ seats: 'scenarios.form.error.order' });
    expect(errorsOf(filled('seats', { holder: COMPANY, seats: typed(6), of: 5 }))).toEqual({
      of: 'scenarios.form.error.seats',
    });
    expect(errorsOf(filled('certify', { holder: COMPANY, trustee: COMPANY }))).toEqual({
      trustee: 'scenarios.form.error.same',
    });
    expect(
      errorsOf(filled('warrants', { holder: COMPANY, 'size.percent': typed(4), expires: 'ooit' })),
    ).toEqual({ expires: 'scenarios.form.error.date' });
  });
});

describe('parties of the scenario alone', () => {
  const row = (name: string, more: Partial<PartyRow> = {}): PartyRow => ({
    key: 'nieuw',
    name,
    owner: null,
    percent: EMPTY_QUANTITY,
    others: [],
    ...more,
  });

  it('get the key of their name when they are saved, and so does who points at them', () => {
    const rows = [
      row('Staat der Nederlanden', { key: 'staat' }),
      row('Fonds Één', { key: 'partij', fresh: true, owner: 'own:staat', percent: typed(100) }),
      row('Fonds Één B.V.', { key: 'partij-2', fresh: true, owner: 'own:partij', percent: typed(60) }),
    ];
    const steps = [filled('voteCap', { holder: 'own:partij-2', percent: typed(5) })];
    const keyed = withKeys(rows, steps);
    expect(keyed.rows.map(({ key, owner }) => [key, owner])).toEqual([
      ['staat', null],
      ['fonds-een', 'own:staat'],
      ['fonds-een-b-v', 'own:fonds-een'],
    ]);
    expect(keyed.steps[0]?.fields.holder).toBe('own:fonds-een-b-v');
    expect(keyFor('北京', ['partij'])).toBe('partij-2');
  });

  it('are refused without a name or with the name of another, and keep owners that the form does not show', () => {
    const names = ['A', 'a '];
    expect(readParty(row(''), ['']).errors.name?.key).toBe('scenarios.form.error.required');
    expect(readParty(row('A'), names).errors.name?.key).toBe('scenarios.form.error.partyTwice');
    expect(readParty(row('B', { owner: COMPANY }), ['B']).errors.percent?.key).toBe(
      'scenarios.form.error.required',
    );
    const stored = {
      key: 'b',
      name: 'B',
      owners: [
        { owner: { own: 'a' }, percent: exact(60) },
        { owner: { record: COMPANY as never }, percent: exact(40) },
      ],
    };
    expect(readParty(partyRow(stored), ['B'])).toEqual({ party: stored, errors: {} });
  });
});
