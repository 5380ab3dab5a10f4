import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { MATRIX_MARKS, MATRIX_WEIGHTS } from '#shared/model/records/threat.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { hypothesesOf, matrixOf, withMarks } from '#shared/threat/matrix.ts';

const OWN = '0f0f0f0f-0000-4000-8000-000000000001' as RecordId;
const id = (n: number): RecordId => `0f0f0f0f-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;
type Row = BodyOf<'matrixRow'>;
const KEYS = ['stateDirected', 'commercial'];

const row = (
  n: number,
  credibility: Row['credibility'],
  relevance: Row['relevance'],
  one: (typeof MATRIX_MARKS)[number],
  two: (typeof MATRIX_MARKS)[number],
) => ({
  record: id(n),
  bodies: [
    {
      text: `row ${n}`,
      credibility,
      relevance,
      marks: [
        { standard: 'stateDirected' as const, mark: one },
        { standard: 'commercial' as const, mark: two },
      ],
    },
  ],
});

/** The worked example of field-practice 2.5.3. */
const ORACLE = [
  row(1, 'high', 'high', 'I', 'C'),
  row(2, 'low', 'medium', 'C', 'II'),
  row(3, 'medium', 'high', 'N', 'I'),
];

describe('the matrix of hypotheses', () => {
  it('gives the published scores of its rows, and ranks by what speaks least against', () => {
    const { scores, ranking } = matrixOf(ORACLE, KEYS);
    expect(scores.map((score) => score?.toFixed(4))).toEqual(['-2.0000', '-2.8284']);
    expect(ranking).toEqual([0, 1]);
  });

  it('flags a row that says the same of all, and a row on which the first place rests', () => {
    const { rows } = matrixOf([...ORACLE, row(4, 'high', 'high', 'C', 'C')], KEYS);
    expect(rows.map(({ diagnosticity, linchpin }) => [diagnosticity, linchpin])).toEqual([
      ['some', false],
      ['some', true],
      ['some', true],
      ['none', false],
    ]);
  });

  it('counts nothing of a row whose versions disagree, and shows in which cell they do', () => {
    const [first] = ORACLE;
    const other = row(1, 'high', 'high', 'CC', 'C');
    const split = { record: id(1), bodies: [...(first?.bodies ?? []), ...other.bodies] };
    const { rows, scores } = matrixOf([split], KEYS);
    expect(rows).toEqual([
      { record: id(1), cells: ['conflict', 'C'], conflict: true, diagnosticity: 'open', linchpin: false },
    ]);
    expect(scores).toEqual([null, null]);
  });

  it('ranks nothing while no row tells the hypotheses apart: empty is not equal', () => {
    expect(matrixOf([], KEYS)).toEqual({ rows: [], scores: [null, null], ranking: [] });
    expect(matrixOf([row(1, 'high', 'high', 'I', 'I')], KEYS).ranking).toEqual([]);
  });

  it('never raises a score by more evidence, whatever it says', () => {
    const mark = fc.constantFrom(...MATRIX_MARKS);
    const weight = fc.constantFrom(...MATRIX_WEIGHTS);
    const any = fc.tuple(weight, weight, mark, mark);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), any, (some, extra) => {
        const rows = some.map((one, n) => row(n, ...one));
        const before = matrixOf(rows, KEYS).scores;
        const after = matrixOf([...rows, row(99, ...extra)], KEYS).scores;
        return before.every((score, h) => (after[h] ?? 0) <= (score ?? 0));
      }),
    );
  });
});

describe('the hypotheses of a case', () => {
  const told = (body: Omit<BodyOf<'hypothesis'>, 'dropped'> & { dropped?: boolean }, n = 1) => ({
    record: id(n),
    bodies: [{ dropped: false, ...body }],
  });

  it('are the four standard ones until somebody drops, renames or adds one', () => {
    expect(hypothesesOf([]).map(({ key }) => key)).toEqual([
      'stateDirected',
      'stateInfluenced',
      'commercial',
      'otherInterest',
    ]);
    const changed = hypothesesOf([
      told({ standard: 'otherInterest', title: 'Dekmantel', dropped: true }, 1),
      told({ standard: 'commercial', title: 'Gewone belegger' }, 2),
      told({ title: 'Handelt voor een familie' }, 3),
    ]);
    expect(changed.map(({ key, title }) => [key, title])).toEqual([
      ['stateDirected', undefined],
      ['stateInfluenced', undefined],
      ['commercial', 'Gewone belegger'],
      [id(3), 'Handelt voor een familie'],
    ]);
  });

  it('stays in sight when departments disagree about dropping it', () => {
    const body = { standard: 'commercial' as const, title: 'Commercieel' };
    const split = {
      record: id(1),
      bodies: [
        { ...body, dropped: true },
        { ...body, dropped: false },
      ],
    };
    expect(hypothesesOf([split]).find(({ key }) => key === 'commercial')?.conflict).toBe(true);
  });
});

describe('marking a cell', () => {
  it('changes that cell alone, and null empties it', () => {
    const marks = withMarks(
      [],
      [
        { key: 'commercial', mark: 'I' },
        { key: OWN, mark: 'CC' },
      ],
    );
    expect(withMarks(marks, [{ key: 'commercial', mark: 'II' }])).toEqual([
      { own: OWN, mark: 'CC' },
      { standard: 'commercial', mark: 'II' },
    ]);
    expect(withMarks(marks, [{ key: OWN, mark: null }])).toEqual([{ standard: 'commercial', mark: 'I' }]);
  });
});
