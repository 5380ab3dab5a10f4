import { describe, expect, it } from 'vitest';
import { bones, compose, id, rows, SMALL, view, wordsOf } from './composeFixture.ts';

const appraisal = (key: string, body: object = {}) =>
  view(key, 'appraisal', {
    pane: 'investor',
    statement: 'De keten is niet doorzichtig.',
    likelihood: { kind: 'term', yardstick: 'icd203', term: 'likely' },
    confidence: 'moderate',
    argument: 'Van één houder is niets bekend.',
    evidence: [id('seat')],
    ...body,
  });
const row = (key: string, marks: readonly string[], body: object = {}) =>
  view(key, 'matrixRow', {
    evidence: id('seat'),
    marks: ['stateDirected', 'stateInfluenced', 'commercial', 'otherInterest'].flatMap((standard, at) =>
      marks[at] ? [{ standard, mark: marks[at] }] : [],
    ),
    ...body,
  });

describe('the chapter on threat', () => {
  it('puts likelihood and confidence on two lines, with argument, sources and assumptions', () => {
    const document = compose([...SMALL, appraisal('one', { assumptions: 'De wet geldt daar ook.' })]);
    const [cells] = rows(document, 'threat-investor');
    expect(cells?.[1]).toBe('waarschijnlijk (55–80%)\nZekerheid: matig');
    expect(cells?.[2]).toMatch(
      /^Van één houder is niets bekend\. \[\d+\]\nAannames: De wet geldt daar ook\.\nAnna de Vries/,
    );
    expect(rows(document, 'threat-company')).toEqual([]);
  });

  it('says that nothing can be said, which is not low', () => {
    const document = compose([...SMALL, appraisal('one', { likelihood: { kind: 'unknown' } })]);
    expect(rows(document, 'threat-investor')[0]?.[1]).toContain('<Niet te zeggen>');
  });

  it('prints the matrix with what it is about, and the hypothesis that least speaks against first', () => {
    const document = compose([
      ...SMALL,
      row('r1', ['II', 'I', 'C', 'N']),
      row('r2', ['N', 'N', 'N'], { evidence: undefined, text: 'Geen inkoop in het thuisland.' }),
    ]);
    const cells = rows(document, 'hypotheses-1');
    expect(cells.map(([about]) => about?.split('\n')[0])).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Lichtwerk B\.V\., .+: Eindhoven \[\d+\]$/),
        'Geen inkoop in het thuisland.',
      ]),
    );
    expect(cells.find(([about]) => about?.startsWith('Licht'))?.slice(1)).toEqual([
      'past helemaal niet',
      'past niet',
      'past',
      'zegt niets',
    ]);
    const scores = rows(document, 'hypotheses-scores');
    expect(scores.map(([, , place]) => place)).toEqual(['4 van 4', '3 van 4', '1 van 4', '2 van 4']);
    expect(wordsOf(document)).toContain('nooit de uitkomst');
  });

  it('does not tell evidence above the ceiling', () => {
    const secret = SMALL.map((one) =>
      one.record === id('seat') ? { ...one, marking: 'stgG' as const } : one,
    );
    const document = compose([...secret, row('r1', ['C', 'C', 'I', 'N'])], { ceiling: 'depV' });
    expect(rows(document, 'hypotheses-1')[0]?.[0]).toMatch(/^Bewijs dat hier niet \(meer\) bekend is/);
    expect(JSON.stringify(document)).not.toContain('Eindhoven');
  });

  it('has the same bones in both languages', () => {
    const views = [...SMALL, appraisal('one'), row('r1', ['C', 'C', 'I', 'N'])];
    expect(bones(compose(views, { lang: 'en' }))).toEqual(bones(compose(views)));
  });
});
