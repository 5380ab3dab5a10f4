import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenWeight, flips } from '#shared/scoring/flip.ts';
import { classOfLevel, classOfValue, IMPACT_CLASSES, impactValue } from '#shared/scoring/national-risk.ts';
import { type Criterion, exactly } from '#shared/scoring/score.ts';
import { tornado, weightedSum } from '#shared/scoring/weighted-sum.ts';

const LEVELS: Criterion = { min: 1, max: 5, better: 'more' };

describe('a weighted sum is an interval, never a point that the data do not carry', () => {
  it('with exact weights and levels it is the plain sum', () => {
    const sum = weightedSum(
      [LEVELS, LEVELS],
      [exactly(5), exactly(3)],
      [
        { min: 0.25, max: 0.25 },
        { min: 0.75, max: 0.75 },
      ],
    );
    expect(sum).toEqual({ min: 0.625, max: 0.625 });
  });

  it('an unknown level spans the whole scale', () => {
    const half = { min: 0.5, max: 0.5 };
    expect(weightedSum([LEVELS, LEVELS], [exactly(3), null], [half, half])).toEqual({ min: 0.25, max: 0.75 });
  });

  it('weights that cannot sum to 1 give no answer', () => {
    expect(weightedSum([LEVELS], [exactly(3)], [{ min: 0, max: 0.8 }])).toBeUndefined();
  });

  it('contains the sum of every choice of weights and levels within the ranges', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const levels = fc.tuple(part, part).map(([a, b]) => [1 + 4 * Math.min(a, b), 1 + 4 * Math.max(a, b)]);
    const one = fc.record({ level: levels, at: part, raw: part, slack: part });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (rows) => {
        const all = rows.reduce((sum, { raw }) => sum + raw + 0.01, 0);
        const weights = rows.map(({ raw }) => (raw + 0.01) / all);
        const ranges = rows.map(({ slack }, k) => ({
          min: (weights[k] as number) * (1 - slack),
          max: Math.min(1, (weights[k] as number) * (1 + slack)),
        }));
        const scores = rows.map(({ level: [low, high] }) => ({
          low: low as number,
          likely: low as number,
          high: high as number,
        }));
        const drawn = rows.reduce((sum, { level: [low, high], at }, k) => {
          const level = (low as number) + at * ((high as number) - (low as number));
          return sum + (weights[k] as number) * ((level - 1) / 4);
        }, 0);
        const found = weightedSum(
          rows.map(() => LEVELS),
          scores,
          ranges,
        );
        expect(found?.min).toBeLessThanOrEqual(drawn + 1e-9);
        expect(found?.max).toBeGreaterThanOrEqual(drawn - 1e-9);
      }),
    );
  });
});

it('a tornado puts the widest bar first', () => {
  const { base, bars } = tornado([LEVELS, LEVELS], [{ low: 2, likely: 3, high: 4 }, null], [0.5, 0.5]);
  expect({ base, bars }).toEqual({
    base: 0.5,
    bars: [
      { criterion: 1, low: 0.25, high: 0.75 },
      { criterion: 0, low: 0.375, high: 0.625 },
    ],
  });
});

it('a flip says at which level the result changes', () => {
  expect(flips([1, 2, 3, 4, 5], (level) => (level < 3 ? 'low' : level < 5 ? 'medium' : 'high'))).toEqual([
    { value: 3, from: 'low', to: 'medium' },
    { value: 5, from: 'medium', to: 'high' },
  ]);
});

it('the weight at which two options are level', () => {
  expect(breakEvenWeight([1, 0], [0, 1], [0.5, 0.5], 0)).toBe(0.5);
  expect(breakEvenWeight([1, 0.2], [0, 1], [0.5, 0.5], 0)).toBeCloseTo(0.8 / 1.8, 12);
  expect(breakEvenWeight([1, 1], [0, 0], [0.5, 0.5], 0)).toBeNull();
});

it('the national scale has a factor of three between its classes', () => {
  const values = IMPACT_CLASSES.map((impact) => Math.round(impactValue(impact) * 81));
  expect(values).toEqual([0, 1, 3, 9, 27, 81]);
  expect([classOfLevel(1), classOfValue(0.5), classOfValue(1 / 9), classOfValue(0)]).toEqual([
    'A',
    'E',
    'C',
    'X',
  ]);
});
