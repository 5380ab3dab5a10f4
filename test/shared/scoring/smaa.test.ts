import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#shared/graph/random.ts';
import { type Criterion, drawValue, exactly, type Score, valueRange } from '#shared/scoring/score.ts';
import { smaa } from '#shared/scoring/smaa.ts';
import { valueSampler } from '#shared/scoring/smaa-values.ts';
import { rankOrderCentroid, WeightsTooTight, weightSampler } from '#shared/scoring/weights.ts';

const UNIT: Criterion = { min: 0, max: 1, better: 'more' };
const exact = (rows: readonly (readonly number[])[]): Score[][] => rows.map((row) => row.map(exactly));
const run = (scores: readonly (readonly Score[])[], n: number, weights = {}, draws = 40_000) =>
  smaa({ criteria: Array.from({ length: n }, () => UNIT), scores, weights, draws, seed: 20 });

describe('the values drawn for many cells at once', () => {
  it('are those of one draw at a time from the same random numbers', () => {
    const level = fc.integer({ min: 1, max: 5 });
    const score = fc.option(
      fc.tuple(level, level, level).map((drawn): Score => {
        const [low = 1, likely = 1, high = 1] = drawn.toSorted((a, b) => a - b);
        return { low, likely, high };
      }),
    );
    const scale: Criterion[] = [
      { min: 1, max: 5, better: 'more' },
      { min: 1, max: 5, better: 'less' },
    ];
    const rows = fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.nat(), (scores, seed) => {
        const values = new Float64Array(scores.length * scale.length);
        valueSampler(scale, scores, seeded(seed))(values);
        const random = seeded(seed);
        const expected = scores.flatMap((row) =>
          row.map((one, k) => {
            const range = valueRange(scale[k] as Criterion, one);
            return range.max === range.min ? range.min : drawValue(range, random());
          }),
        );
        for (const [at, value] of expected.entries()) expect(values[at]).toBeCloseTo(value, 12);
      }),
    );
  });
});

describe('SMAA-2 agrees with what can be computed by hand (field-practice 2.6.14)', () => {
  it('three options that are each best on one of three criteria share first place', () => {
    const { ranks, central, error } = run(
      exact([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
      3,
    );
    for (const row of ranks) expect(Math.abs((row[0] as number) - 1 / 3)).toBeLessThan(2 * error);
    const [first] = central;
    [11 / 18, 7 / 36, 7 / 36].forEach((weight, k) => {
      expect(Math.abs((first?.[k] as number) - weight)).toBeLessThan(0.01);
    });
  });

  it('a = (1,0), b = (0,1), c = (.6,.6): .4, .4 and .2 first; c is second in .8 and never last', () => {
    const { ranks, central } = run(
      exact([
        [1, 0],
        [0, 1],
        [0.6, 0.6],
      ]),
      2,
    );
    const expected = [
      [0.4, 0.1, 0.5],
      [0.4, 0.1, 0.5],
      [0.2, 0.8, 0],
    ];
    ranks.flat().forEach((share, i) => {
      expect(Math.abs(share - (expected.flat()[i] as number))).toBeLessThan(0.01);
    });
    const centres = central.flatMap((weights) => weights ?? []);
    [0.8, 0.2, 0.2, 0.8, 0.5, 0.5].forEach((weight, i) => {
      expect(Math.abs((centres[i] as number) - weight)).toBeLessThan(0.01);
    });
  });

  it('an option that is worse on everything is never first, and has no central weights', () => {
    const { ranks, central, confidence, beats } = run(
      exact([
        [0.5, 0.5],
        [0.2, 0.4],
      ]),
      2,
    );
    expect({ ranks, last: [central[1], confidence[1]], beats }).toEqual({
      ranks: [
        [1, 0],
        [0, 1],
      ],
      last: [null, null],
      beats: [
        [0, 1],
        [0, 0],
      ],
    });
  });

  it('equal options share every rank evenly', () => {
    expect(
      run(
        exact([
          [0.3, 0.7],
          [0.3, 0.7],
        ]),
        2,
        {},
        1000,
      ).ranks,
    ).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });

  it('unknown is the whole scale: it does not count as low', () => {
    const { ranks } = run([[null], [exactly(0.5)]], 1);
    expect(Math.abs((ranks[0]?.[0] as number) - 0.5)).toBeLessThan(0.01);
  });

  it('a criterion of which less is better turns round', () => {
    const criteria: Criterion[] = [{ min: 0, max: 10, better: 'less' }];
    const { ranks } = smaa({ criteria, scores: exact([[2], [8]]), weights: {}, draws: 100, seed: 1 });
    expect(ranks[0]).toEqual([1, 0]);
  });
});

describe('weights', () => {
  it('rank-order centroids are the published ones', () => {
    const rounded = [3, 4, 5].map((n) => rankOrderCentroid(n).map((weight) => weight.toFixed(4)));
    expect(rounded).toEqual([
      ['0.6111', '0.2778', '0.1111'],
      ['0.5208', '0.2708', '0.1458', '0.0625'],
      ['0.4567', '0.2567', '0.1567', '0.0900', '0.0400'],
    ]);
  });

  it('drawn in a known order they have those as their mean', () => {
    const sample = weightSampler(3, { order: [2, 0, 1] }, seeded(3));
    const [weights, mean] = [new Float64Array(3), [0, 0, 0]];
    for (let d = 0; d < 20_000; d++) {
      sample(weights);
      weights.forEach((weight, k) => {
        mean[k] = (mean[k] as number) + weight / 20_000;
      });
    }
    expect(mean.map((weight) => Math.round(weight * 50) / 50)).toEqual([0.28, 0.12, 0.62]);
  });

  it('always sum to 1, stay within their ranges, and are refused when nothing fits', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ranges = [{ min: 0.2, max: 0.6 }, null, { min: 0, max: 0.3 }];
        const weights = new Float64Array(3);
        weightSampler(3, { ranges }, seeded(seed))(weights);
        expect(weights[0] as number).toBeGreaterThanOrEqual(0.2);
        expect(weights[2] as number).toBeLessThanOrEqual(0.3);
        expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      }),
      { numRuns: 50 },
    );
    const impossible = [
      { min: 0.7, max: 1 },
      { min: 0.7, max: 1 },
    ];
    expect(() => weightSampler(2, { ranges: impossible }, seeded(1))(new Float64Array(2))).toThrow(
      WeightsTooTight,
    );
  });
});

it('shares of ranks add up to 1 by option and by rank, whatever is known', () => {
  const level = fc.integer({ min: 1, max: 5 });
  const score = fc.option(
    fc.tuple(level, level, level).map(([a, b, c]) => {
      const [low, likely, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      return { low, likely, high };
    }),
    { nil: null },
  );
  const criteria: Criterion[] = Array.from({ length: 3 }, () => ({ min: 1, max: 5, better: 'more' }));
  const options = fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(options, fc.integer(), (scores, seed) => {
      const result = smaa({ criteria, scores, weights: {}, draws: 200, seed });
      expect(smaa({ criteria, scores, weights: {}, draws: 200, seed })).toEqual(result);
      for (const row of result.ranks) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      for (const [r] of scores.entries())
        expect(result.ranks.reduce((sum, row) => sum + (row[r] as number), 0)).toBeCloseTo(1, 9);
      for (const [a] of scores.entries())
        for (const [b] of scores.entries())
          if (a !== b)
            expect((result.beats[a]?.[b] as number) + (result.beats[b]?.[a] as number)).toBeCloseTo(1, 9);
    }),
    { numRuns: 40 },
  );
});
