import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#shared/graph/random.ts';
import { type Game, majorityQuota, type Power } from '#shared/ownership/game.ts';
import { exactPower } from '#shared/ownership/power.ts';
import { samplePower } from '#shared/ownership/power-sampled.ts';
import { fail } from '#shared/result.ts';

function power(quota: number, ...weights: number[]): Power {
  const found = exactPower({ quota, weights });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}
const round = (values: readonly number[]): number[] => values.map((value) => Number(value.toFixed(4)));

describe('voting power', () => {
  it.each([
    [
      [51, 50, 49, 1],
      [0.6, 0.2, 0.2],
      [0.6667, 0.1667, 0.1667],
    ],
    [
      [12, 4, 4, 4, 2, 2, 1],
      [0.2381, 0.2381, 0.2381, 0.1429, 0.1429, 0],
      [0.2333, 0.2333, 0.2333, 0.15, 0.15, 0],
    ],
    [
      [51, 40, 30, 30],
      [0.3333, 0.3333, 0.3333],
      [0.3333, 0.3333, 0.3333],
    ],
    [
      [51, 49, 17, 17, 17],
      [0.5, 0.1667, 0.1667, 0.1667],
      [0.5, 0.1667, 0.1667, 0.1667],
    ],
    [
      [51, 35, 20, 15, 15, 15],
      [0.44, 0.2, 0.12, 0.12, 0.12],
      [0.45, 0.2, 0.1167, 0.1167, 0.1167],
    ],
  ])('of the published game %j', ([quota = 0, ...weights], banzhaf, shapley) => {
    const found = power(quota, ...weights);
    expect(round(found.banzhaf)).toEqual(banzhaf);
    expect(round(found.shapley)).toEqual(shapley);
  });

  it('is by definition the share of swings and of pivots, for any small board', () => {
    const games = fc
      .array(fc.nat(30), { minLength: 1, maxLength: 6 })
      .filter((weights) => weights.some((weight) => weight > 0))
      .chain((weights) =>
        fc.record({
          weights: fc.constant(weights),
          quota: fc.integer({ min: 1, max: weights.reduce((sum, weight) => sum + weight, 0) }),
        }),
      );
    fc.assert(
      fc.property(games, (game) => {
        const found = power(game.quota, ...game.weights);
        const { banzhaf, shapley } = byTheBook(game);
        found.banzhaf.forEach((value, i) => {
          expect(value).toBeCloseTo(banzhaf[i] ?? -1, 12);
        });
        found.shapley.forEach((value, i) => {
          expect(value).toBeCloseTo(shapley[i] ?? -1, 12);
        });
      }),
    );
  });

  it('does not change when all weights are counted in another unit, however large', () => {
    const small = power(51, 35, 20, 15, 15, 15);
    expect(power(51_000_000_000, ...[35, 20, 15, 15, 15].map((weight) => weight * 1e9))).toEqual(small);
    const uneven = power(50_000_000_001, ...[35, 20, 15, 15, 15].map((weight, i) => weight * 1e9 + i));
    expect(round(uneven.shapley)).toEqual(round(small.shapley));
  });

  it('is exact for twenty holders and more', () => {
    const equal = power(11, ...Array.from({ length: 20 }, () => 1));
    equal.shapley.forEach((value) => {
      expect(value).toBeCloseTo(0.05, 14);
    });
    expect(equal.swing[0]).toBeCloseTo(92378 / 2 ** 19, 15);
  });

  it('refuses what is no game, and what is too large to count', () => {
    expect(exactPower({ quota: 5, weights: [1, 2] })).toEqual(fail('gameQuota', { limit: 3 }));
    expect(exactPower({ quota: 1, weights: [0.5, 0.5] })).toEqual(fail('gameWeights'));
    expect(exactPower({ quota: 1, weights: [] })).toEqual(fail('gameWeights'));
    const large = Array.from({ length: 60 }, (_, i) => i + 1);
    expect(exactPower({ quota: majorityQuota(large), weights: large })).toEqual(
      fail('gameTooLarge', { limit: 20 }),
    );
  });

  it('is estimated for large boards within the stated error, and the same for the same seed', () => {
    const game: Game = { quota: 51, weights: [35, 20, 15, 15, 15] };
    const first = samplePower(game, 20_000, 7);
    expect(samplePower(game, 20_000, 7)).toEqual(first);
    if (!first.ok) throw new Error(first.error.code);
    const { error, shapley, swing, banzhafRange } = first.value;
    expect(error).toBeCloseTo(Math.sqrt(Math.log(2000) / 40_000), 12);
    const truth = power(51, ...game.weights);
    truth.shapley.forEach((value, i) => {
      expect(Math.abs(value - (shapley[i] ?? 9))).toBeLessThan(error);
    });
    truth.swing.forEach((value, i) => {
      expect(Math.abs(value - (swing[i] ?? 9))).toBeLessThan(error);
    });
    truth.banzhaf.forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(banzhafRange[i]?.min ?? 9);
      expect(value).toBeLessThanOrEqual(banzhafRange[i]?.max ?? -9);
    });
    expect(samplePower({ quota: 1, weights: [] }, 10, 1)).toEqual(fail('gameWeights'));
  });

  it('draws numbers that are spread evenly', () => {
    const random = seeded(3);
    const bins = new Array<number>(10).fill(0);
    for (let k = 0; k < 10_000; k++) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

function byTheBook({ quota, weights }: Game): { banzhaf: number[]; shapley: number[] } {
  const players = weights.map((_, i) => i);
  const sum = (group: readonly number[]): number => group.reduce((total, i) => total + (weights[i] ?? 0), 0);
  const orders = (left: readonly number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((i) => orders(left.filter((j) => j !== i)).map((rest) => [i, ...rest]));
  const all = orders(players);
  const shapley = players.map(
    (i) =>
      all.filter((order) => {
        const before = order.slice(0, order.indexOf(i));
        return sum(before) < quota && sum([...before, i]) >= quota;
      }).length / all.length,
  );
  const groups = Array.from({ length: 2 ** players.length }, (_, set) =>
    players.filter((i) => (set >> i) & 1),
  );
  const swings = players.map(
    (i) => groups.filter((g) => !g.includes(i) && sum(g) < quota && sum([...g, i]) >= quota).length,
  );
  const total = swings.reduce((a, b) => a + b, 0);
  return { banzhaf: swings.map((count) => count / total), shapley };
}
