import { describe, expect, it } from 'vitest';
import type { BodyOf } from '#shared/model/records.ts';
import { likelihoodBounds, likelihoodText } from '#shared/threat/likelihood.ts';
import { lintAppraisal } from '#shared/threat/wording.ts';

const appraisal = (change: Partial<BodyOf<'appraisal'>> = {}): BodyOf<'appraisal'> => ({
  pane: 'investor',
  statement: 'De investeerder handelt waarschijnlijk op aanwijzing.',
  likelihood: { kind: 'term', yardstick: 'icd203', term: 'likely' },
  argument: '',
  evidence: [],
  ...change,
});

describe('the wording of an appraisal (ICD 203)', () => {
  it('has no remark when likelihood and confidence stand in two sentences', () => {
    const argument = 'Het is waarschijnlijk. Wij hebben hierover een hoge mate van zekerheid.';
    expect(lintAppraisal(appraisal({ argument }), 'icd203', 'nl')).toEqual([]);
  });

  it('is marked by field when they stand in one sentence', () => {
    const argument = 'Met hoge zekerheid is het zeer waarschijnlijk.';
    expect(lintAppraisal(appraisal({ argument }), 'icd203', 'nl')).toEqual([
      {
        field: 'argument',
        code: 'likelihoodWithConfidence',
        words: ['zeer waarschijnlijk', 'met hoge zekerheid'],
        start: 0,
      },
    ]);
  });

  it('is marked when its own word, or a word in its text, is of another yardstick than that of the case', () => {
    const assumptions = 'Er is een reële mogelijkheid dat de lening afloopt.';
    expect(
      lintAppraisal(appraisal({ assumptions }), 'nl', 'nl').map(({ field, code }) => [field, code]),
    ).toEqual([
      ['likelihood', 'otherYardstick'],
      ['assumptions', 'otherYardstick'],
    ]);
  });
});

describe('a likelihood', () => {
  it('has the bounds of its word, its own bounds, or none: not to be said is neither 0 nor a half', () => {
    expect(likelihoodBounds({ kind: 'term', yardstick: 'phia', term: 'likely' })).toEqual({
      min: 0.55,
      max: 0.75,
    });
    expect(likelihoodBounds({ kind: 'range', min: 0.2, max: 0.6 })).toEqual({ min: 0.2, max: 0.6 });
    expect(likelihoodBounds({ kind: 'unknown' })).toBeNull();
  });

  it('reads as its word with the bounds', () => {
    expect(likelihoodText({ kind: 'term', yardstick: 'icd203', term: 'likely' }, 'nl')).toBe(
      'waarschijnlijk (55–80%)',
    );
    expect(likelihoodText({ kind: 'range', min: 0.2, max: 0.2 }, 'en')).toBe('20%');
    expect(likelihoodText({ kind: 'unknown' }, 'en')).toBeUndefined();
  });
});
