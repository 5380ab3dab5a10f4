import { describe, expect, test } from 'vitest';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { evaluate } from '#shared/framework/evaluate.ts';
import type { AssessmentInputs, RatingInput, VerdictInput } from '#shared/framework/inputs.ts';
import { findNode, support } from '#shared/framework/proof.ts';
import { wordingOf } from '#shared/framework/wording.ts';
import { packOf, type Shape, soundInputs } from './randomPack.ts';

const verdict = (leaf: string, outcome: VerdictInput['outcome'], change: Partial<VerdictInput> = {}) => ({
  leaf,
  outcome,
  argument: 'omdat',
  evidence: 1,
  versions: 1,
  unsourcedEvidence: 0,
  ...change,
});
const NEEDED = ['PUR-13', 'STR-2', 'SC-1', 'CON-1', 'CON-2', 'NEC-01', 'NEC-02', 'NEC-05', 'NEC-06'];
const inputs = (
  changed: readonly VerdictInput[],
  ratings: readonly RatingInput[] = [],
): AssessmentInputs => ({
  trigger: 'foreseenDeal',
  verdicts: [
    ...NEEDED.filter((id) => !changed.some((one) => one.leaf === id)).map((id) => verdict(id, 'met')),
    ...changed,
  ],
  ratings,
});

describe('a verdict counts at a gate', () => {
  const stateOf = (...verdicts: VerdictInput[]) => {
    const node = findNode(evaluate(BEV_2023, inputs(verdicts)).root, 'CON-2');
    return node?.op === 'leaf' ? [node.outcome, node.leaf.reason, node.leaf.stated] : undefined;
  };

  test('only with an argument, and a positive one only with evidence', () => {
    expect([
      stateOf(verdict('CON-2', 'met')),
      stateOf(verdict('CON-2', 'met', { argument: ' \n' })),
      stateOf(verdict('CON-2', 'met', { evidence: 0 })),
      stateOf(verdict('CON-2', 'notMet', { evidence: 0 })),
      stateOf(verdict('CON-2', 'notMet', { argument: '' })),
      stateOf(verdict('CON-2', 'undetermined', { argument: '', evidence: 0 })),
    ]).toEqual([
      ['met', 'judged', 'met'],
      ['undetermined', 'noArgument', 'met'],
      ['undetermined', 'noEvidence', 'met'],
      ['notMet', 'judged', 'notMet'],
      ['undetermined', 'noArgument', 'notMet'],
      ['undetermined', 'judged', 'undetermined'],
    ]);
  });

  test('not while two versions of it live, or two verdicts stand side by side, even if they agree', () => {
    expect([
      stateOf(verdict('CON-2', 'met', { versions: 2 })),
      stateOf(verdict('CON-2', 'met'), verdict('CON-2', 'met')),
    ]).toEqual([
      ['undetermined', 'conflict', undefined],
      ['undetermined', 'conflict', undefined],
    ]);
  });
});

test('the proof of the last resort says which leg decides', () => {
  const { root } = evaluate(BEV_2023, inputs([verdict('NEC-02', 'notMet')]));
  const node = findNode(root, 'LAST-RESORT');
  expect(node).toMatchObject({
    op: 'all',
    outcome: 'notMet',
    because: ['NEC-02'],
    decide: 'each',
    children: [
      { id: 'NEC-01', outcome: 'met' },
      { id: 'NEC-02', outcome: 'notMet' },
    ],
    informs: [{ id: 'NEC-04', outcome: 'undetermined' }],
  });
});

test('of two refusals the plain no speaks and the lighter way out stays named', () => {
  const { advice } = evaluate(BEV_2023, inputs([verdict('NEC-01', 'notMet'), verdict('CON-1', 'notMet')]));
  expect(advice).toEqual({
    outcome: 'negative',
    decidedBy: ['CON-1'],
    alsoNotMet: ['NEC-01'],
    openLeaves: [],
    reasonCode: 'gateNotMet',
    params: { decided: 1, open: 0 },
  });
});

test('open leaves that could settle the outcome alone come first, then the heavier ones', () => {
  const open = ['SC-1', 'SC-2', 'SC-3', 'SC-4'].map((id) =>
    verdict(id, id < 'SC-3' ? 'undetermined' : 'notMet'),
  );
  const { open: found, advice } = evaluate(BEV_2023, inputs([...open, verdict('CON-2', 'undetermined')]));
  expect(found).toEqual([
    { leaf: 'CON-2', reason: 'judged', settles: ['notMet'], weight: 0.75 },
    { leaf: 'SC-1', reason: 'judged', settles: [], weight: 0.25 },
    { leaf: 'SC-2', reason: 'judged', settles: [], weight: 0.25 },
  ]);
  expect(advice.openLeaves).toEqual(['CON-2', 'SC-1', 'SC-2']);
});

test('an open leaf of the scope goes before one of the object when fewer others can stand in for it', () => {
  const changed = ['STR-1', 'STR-2', 'STR-3', 'SC-1', 'SC-2'].map((id) => verdict(id, 'undetermined'));
  const shut = ['RA-5-SYS', 'STR-4', 'STR-x', 'SC-3', 'SC-4'].map((id) => verdict(id, 'notMet'));
  const { open } = evaluate(BEV_2023, inputs([...changed, ...shut]));
  expect(open.map(({ leaf, weight }) => [leaf, weight])).toEqual([
    ['SC-1', (1 / 2) * (7 / 8)],
    ['SC-2', (1 / 2) * (7 / 8)],
    ['STR-1', (1 / 4) * (3 / 4)],
    ['STR-2', (1 / 4) * (3 / 4)],
    ['STR-3', (1 / 4) * (3 / 4)],
  ]);
});

describe('either two leaves together or a third alone', () => {
  const either: Shape = {
    op: 'any',
    children: [{ op: 'all', children: ['negative', 'negative'] }, 'otherInstrument'],
  };
  const of = (
    first: VerdictInput['outcome'],
    second: VerdictInput['outcome'],
    third: VerdictInput['outcome'],
  ) => {
    const { root, advice } = evaluate(
      packOf(either),
      soundInputs({ 'L-1': first, 'L-2': second, 'L-3': third }),
    );
    return [advice.outcome, advice.decidedBy, support(root)];
  };

  test('rests on the third alone when all are met, as that takes the fewest leaves', () => {
    expect(of('met', 'met', 'met')).toEqual(['positive', ['L-3'], ['L-3']]);
  });

  test('is refused by one of the two and the third, and plainly, as the two are no matter of law', () => {
    expect(of('notMet', 'notMet', 'notMet')).toEqual(['negative', ['L-1', 'L-3'], ['L-1', 'L-3']]);
  });

  test('is held open by the open one and by whatever else keeps it from being met or refused', () => {
    expect(of('met', 'undetermined', 'notMet')).toEqual(['undetermined', [], ['L-1', 'L-2', 'L-3']]);
  });
});

test('an open strategic class is no open question once another class is met', () => {
  const { open } = evaluate(
    BEV_2023,
    inputs([verdict('CON-1', 'undetermined'), verdict('STR-1', 'undetermined')]),
  );
  expect(open.map((one) => one.leaf)).toEqual(['CON-1']);
});

test('the broader indicator stays shut until the company is argued to be crucial', () => {
  const ratings: RatingInput[] = [
    { indicator: 'IND-1', level: 2, low: 1, high: 4 },
    { indicator: 'IND-1', level: 3 },
    { indicator: 'IND-1', level: 'unknown' },
    { indicator: 'IND-5', level: 5 },
  ];
  const shown = (changed: VerdictInput[]) =>
    evaluate(BEV_2023, inputs(changed, ratings))
      .indicators.filter((one) => one.ratings > 0)
      .map(({ id, open, ratings: n, unknown, range }) => ({ id, open, n, unknown, range }));
  const first = { id: 'IND-1', open: true, n: 3, unknown: 1, range: { low: 1, high: 4 } };
  expect(shown([])).toEqual([first, { id: 'IND-5', open: false, n: 1, unknown: 0, range: null }]);
  expect(shown([verdict('IND-5-CRUCIAL', 'met')])).toEqual([
    first,
    { id: 'IND-5', open: true, n: 1, unknown: 0, range: { low: 5, high: 5 } },
  ]);
});

test('verdicts on leaves that the pack does not know count for nothing and are named', () => {
  const { unknownLeaves, advice } = evaluate(
    BEV_2023,
    inputs([verdict('ZZ-9', 'notMet'), verdict('AA-1', 'met')]),
  );
  expect([unknownLeaves, advice.outcome]).toEqual([['AA-1', 'ZZ-9'], 'positive']);
});

test('a question follows the reason why the case was opened', () => {
  const leaf = BEV_2023.leaves.find((one) => one.id === 'CON-1');
  if (leaf === undefined) throw new Error('CON-1 is gone');
  const own = wordingOf(leaf, 'foreseenDeal');
  const holding = wordingOf(leaf, 'existingHolding');
  expect([own.question.nl, holding.question.nl, holding.topic.nl, holding.guidance.length]).toEqual([
    "Leidt de voorziene investering of overname tot risico's voor de nationale veiligheid?",
    "Leidt het bestaande belang tot risico's voor de nationale veiligheid?",
    'voorwaarde 1 (risico voor de nationale veiligheid)',
    own.guidance.length + 1,
  ]);
});
