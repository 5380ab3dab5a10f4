import { describe, expect, it } from 'vitest';
import {
  diagnosticity,
  type EvidenceRow,
  inconsistency,
  linchpins,
  rankHypotheses,
} from '#shared/scoring/hypotheses.ts';
import { lintWording } from '#shared/scoring/wording-lint.ts';
import { termOf, YARDSTICKS, type Yardstick, yardstickOf } from '#shared/scoring/yardstick.ts';

const yardstick = (id: string): Yardstick => {
  const found = yardstickOf(id);
  if (!found) throw new Error(id);
  return found;
};
const named = (id: string, probability: number): string => {
  const found = termOf(yardstick(id), probability);
  return found.kind === 'term' ? found.term.en : found.kind;
};

describe('yardsticks for probability (field-practice 2.5.2)', () => {
  it('ICD 203: bounds that touch belong to the upper term, and certainty lies outside', () => {
    expect([0.05, 0.2, 0.55, 0.99, 0.995, 0].map((p) => named('icd203', p))).toEqual([
      'very unlikely',
      'unlikely',
      'likely',
      'almost certain',
      'outside',
      'outside',
    ]);
  });

  it('PHIA has gaps, which are named as such', () => {
    expect([0.05, 0.07, 0.35, 0.5, 0.9, 0.92].map((p) => named('phia', p))).toEqual([
      'remote chance',
      'gap',
      'unlikely',
      'realistic possibility',
      'highly likely',
      'gap',
    ]);
  });

  it('NATO covers everything', () => {
    expect([0, 0.1, 0.4, 0.9, 1].map((p) => named('nato', p))).toEqual([
      'highly unlikely',
      'unlikely',
      'even chance',
      'highly likely',
      'highly likely',
    ]);
  });

  it('terms of one yardstick never overlap', () => {
    for (const { terms } of YARDSTICKS)
      for (const [k, { from }] of terms.entries()) expect(from).toBeGreaterThanOrEqual(terms[k - 1]?.to ?? 0);
  });
});

describe('the wording of a judgement', () => {
  const lint = (text: string, id = 'nl', language: 'nl' | 'en' = 'nl') =>
    lintWording(text, yardstick(id), YARDSTICKS, language).map(({ code, words }) => [code, ...words]);

  it('keeps likelihood and confidence in sentences of their own', () => {
    expect(lint('Sturing is zeer waarschijnlijk. Dit oordeel heeft een hoge zekerheid.')).toEqual([]);
    expect(lint('Met hoge zekerheid is sturing zeer waarschijnlijk.')).toEqual([
      ['likelihoodWithConfidence', 'zeer waarschijnlijk', 'met hoge zekerheid'],
    ]);
  });

  it('keeps to one row of one yardstick', () => {
    expect(lint('It is likely, indeed highly probable.', 'icd203', 'en')).toEqual([
      ['otherRow', 'highly probable'],
    ]);
    expect(lint('It is a realistic possibility.', 'icd203', 'en')).toEqual([
      ['otherYardstick', 'realistic possibility'],
    ]);
    expect(lint('Dat is onwaarschijnlijk en waarschijnlijk niet waar.')).toEqual([]);
  });
});

describe('competing hypotheses', () => {
  const rows: EvidenceRow[] = [
    { credibility: 'high', relevance: 'high', marks: ['I', 'C'] },
    { credibility: 'low', relevance: 'medium', marks: ['C', 'II'] },
    { credibility: 'medium', relevance: 'high', marks: ['N', 'I'] },
  ];

  it('are ranked by what speaks against them, with the published weights', () => {
    const scores = inconsistency(rows, 2);
    expect(scores.map((score) => score.toFixed(4))).toEqual(['-2.0000', '-2.8284']);
    expect(rankHypotheses(scores)).toEqual([0, 1]);
  });

  it('a row that says the same of all tells nothing, and a row with a gap is open', () => {
    const row = (marks: EvidenceRow['marks']): EvidenceRow => ({
      credibility: 'high',
      relevance: 'high',
      marks,
    });
    expect(
      [
        ['C', 'C'],
        ['C', 'I'],
        ['C', null],
      ].map((marks) => diagnosticity(row(marks as []), 2)),
    ).toEqual(['none', 'some', 'open']);
  });

  it('names the rows that the conclusion rests on', () => {
    expect(linchpins(rows, 2)).toEqual([1, 2]);
  });
});
