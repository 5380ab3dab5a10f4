import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf } from '#shared/scoring/profile-scores.ts';
import { CONCERNS, type ProfileInput, studyProfile } from '#shared/scoring/profile-study.ts';
import { exactly, type Score } from '#shared/scoring/score.ts';

const input = (scores: readonly Score[], more: Partial<ProfileInput> = {}): ProfileInput => ({
  scores,
  weights: scores.map(() => ({ min: 0, max: 1 })),
  cut: 0.7,
  draws: 500,
  seed: 3,
  ...more,
});
const classes = (scores: readonly Score[]): number[] =>
  studyProfile(input(scores)).classes.map(({ share }) => share);

describe('ratings of several people become one score', () => {
  it('from the lowest to the highest that anybody holds possible, the middle one likeliest', () => {
    expect(scoreOf([{ level: 4, low: 3, high: 5 }, { level: 2 }], undefined)).toEqual({
      low: 2,
      likely: 3,
      high: 5,
    });
  });

  it('what was agreed goes before the ratings', () => {
    expect(scoreOf([{ level: 1 }, { level: 5 }], { level: 4, low: 3, high: 4 })).toEqual({
      low: 3,
      likely: 4,
      high: 4,
    });
  });

  it('unknown is an unknown score, not applicable none, no rating unknown', () => {
    expect([
      scoreOf([{ level: 'unknown' }, { level: 'notApplicable' }], undefined),
      scoreOf([{ level: 'notApplicable' }], undefined),
      scoreOf([], undefined),
      scoreOf([{ level: 'unknown' }, { level: 3 }], undefined),
    ]).toEqual([null, undefined, null, { low: 3, likely: 3, high: 3 }]);
  });
});

describe('the study of a profile', () => {
  it('all indicators at the top are of high concern under every weighting, all at the bottom of low', () => {
    expect(classes([exactly(5), exactly(5), exactly(5)])).toEqual([0, 0, 1]);
    expect(classes([exactly(1), exactly(1), exactly(1)])).toEqual([1, 0, 0]);
  });

  it('one indicator far below cannot be made up for by the others (no compensation)', () => {
    const { likely, classes: shares } = studyProfile(input([exactly(5), exactly(5), exactly(1)]));
    expect(likely).not.toBe('high');
    expect(shares.find(({ concern }) => concern === 'high')?.share).toBe(0);
  });

  it('names the level at which the class changes', () => {
    const { flips } = studyProfile(input([exactly(4), exactly(4), exactly(4)]));
    expect(flips[0]).toEqual({ criterion: 0, value: 3, from: 'low', to: 'medium' });
    expect(flips.map(({ criterion }) => criterion)).toContain(2);
  });

  it('unknown indicators leave every class open, and never count as low', () => {
    const shares = classes([exactly(5), null]);
    expect(shares.filter((share) => share > 0).length).toBeGreaterThan(1);
    const { sum } = studyProfile(
      input([exactly(5), null], {
        weights: [
          { min: 0.5, max: 0.5 },
          { min: 0.5, max: 0.5 },
        ],
      }),
    );
    expect(sum).toEqual({ min: 0.5, max: 1 });
  });

  it('is the same for the same seed, its shares add up to 1, and a higher level never lowers the likely class', () => {
    const level = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.integer(),
        (levels, place, seed) => {
          const scores = levels.map(exactly);
          const study = studyProfile(input(scores, { seed, draws: 60 }));
          expect(studyProfile(input(scores, { seed, draws: 60 }))).toEqual(study);
          expect(study.classes.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 9);
          const k = place % levels.length;
          const higher = levels.map((one, at) => exactly(at === k ? Math.min(5, one + 1) : one));
          const after = studyProfile(input(higher, { seed, draws: 1 })).likely;
          expect(CONCERNS.indexOf(after)).toBeGreaterThanOrEqual(CONCERNS.indexOf(study.likely));
        },
      ),
      { numRuns: 40 },
    );
  });
});
