import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortOption, type TriCriterion } from '#shared/scoring/electre-tri.ts';
import { type FlowCriterion, flows, type Preference } from '#shared/scoring/promethee.ts';

describe('ELECTRE TRI sorts without compensation', () => {
  const criteria: TriCriterion[] = [0.4, 0.4, 0.2].map((weight) => ({
    weight,
    better: 'more',
    indifference: 0,
    preference: 1,
  }));
  const profiles = [
    [0, 0, 5],
    [2, 1, 5],
  ];

  it('gives the classes of the worked example, optimistic and pessimistic', () => {
    const classes = [
      [1, 2, 0],
      [1, 1, 0],
    ].map((option) => sortOption(criteria, profiles, option, 0.7));
    expect(classes).toEqual([
      { pessimistic: 1, optimistic: 2 },
      { pessimistic: 1, optimistic: 1 },
    ]);
  });

  it('a veto keeps an option down however good the rest is', () => {
    const veto = criteria.map((criterion, k) => (k === 2 ? { ...criterion, veto: 3 } : criterion));
    expect(sortOption(veto, profiles, [9, 9, 0], 0.7).pessimistic).toBe(0);
    expect(sortOption(criteria, profiles, [9, 9, 0], 0.7).pessimistic).toBe(2);
  });

  it('more of anything never lowers the class', () => {
    const score = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.tuple(score, score, score), fc.nat({ max: 2 }), (option, k) => {
        const more = option.map((value, at) => (at === k ? value + 1 : value));
        const before = sortOption(criteria, profiles, option, 0.7);
        const after = sortOption(criteria, profiles, more, 0.7);
        expect(after.pessimistic).toBeGreaterThanOrEqual(before.pessimistic);
        expect(after.optimistic).toBeGreaterThanOrEqual(before.optimistic);
        expect(before.pessimistic).toBeLessThanOrEqual(before.optimistic);
      }),
    );
  });
});

describe('PROMETHEE II', () => {
  it('gives the net flows of the six-option example', () => {
    const criteria: FlowCriterion[] = [0.4, 0.3, 0.1, 0.2].map((weight) => ({
      weight,
      better: 'more',
      preference: { type: 'linearArea', q: 1, p: 2 },
    }));
    const { net } = flows(criteria, [
      [8, 7, 2, 1],
      [5, 3, 7, 5],
      [7, 5, 6, 4],
      [9, 9, 7, 3],
      [11, 10, 3, 7],
      [6, 9, 5, 4],
    ]);
    expect(net.map((flow) => Math.round(flow * 100) / 100)).toEqual([-0.26, -0.52, -0.22, 0.36, 0.7, -0.06]);
  });

  it('gives the published order of the six power plants (Brans et al. 1986)', () => {
    const shapes: readonly (readonly ['more' | 'less', Preference])[] = [
      ['less', { type: 'quasi', q: 10 }],
      ['more', { type: 'linear', p: 30 }],
      ['less', { type: 'linearArea', q: 50, p: 500 }],
      ['less', { type: 'level', q: 1, p: 6 }],
      ['less', { type: 'usual' }],
      ['more', { type: 'gaussian', s: 5 }],
    ];
    const criteria = shapes.map(([better, preference]) => ({ weight: 1, better, preference }));
    const { preference, net } = flows(criteria, [
      [80, 90, 600, 5.4, 8, 5],
      [65, 58, 200, 9.7, 1, 1],
      [83, 60, 400, 7.2, 4, 7],
      [40, 80, 1000, 7.5, 7, 10],
      [52, 72, 600, 2.0, 3, 8],
      [94, 96, 700, 3.6, 5, 6],
    ]);
    expect(preference[0]?.slice(1).map((value) => value.toFixed(3))).toEqual([
      '0.296',
      '0.250',
      '0.269',
      '0.100',
      '0.185',
    ]);
    const order = net.map((_, k) => k + 1).sort((a, b) => (net[b - 1] as number) - (net[a - 1] as number));
    expect(order).toEqual([5, 2, 4, 6, 3, 1]);
    expect(net.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
  });
});
