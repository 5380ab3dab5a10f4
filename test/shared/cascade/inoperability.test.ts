import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficients, inoperability, leontief, squareOf, times } from '#shared/cascade/inoperability.ts';
import { between, exactly } from '#shared/cascade/network.ts';

/** Miller and Blair, two sectors. */
const A = squareOf([
  [0.15, 0.25],
  [0.2, 0.05],
]);
const X = [1000, 2000];

describe('input and output', () => {
  it('gives the inverse and the outputs of Miller and Blair', () => {
    const inverse = leontief(A);
    if (inverse === undefined) throw new Error('a productive economy');
    for (const [at, value] of [1.254, 0.33, 0.264, 1.122].entries())
      expect(inverse.values[at]).toBeCloseTo(value, 3);
    expect([...times(inverse, [350, 1700])].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([1000, 2000]);
    const [first, second] = times(inverse, [600, 1500]);
    expect(first).toBeCloseTo(1247.52, 2);
    expect(second).toBeCloseTo(1841.58, 2);
  });

  it('reads coefficients from flows, and nothing from a sector that makes nothing', () => {
    const flows = squareOf([
      [150, 500, 0],
      [200, 100, 0],
      [0, 0, 0],
    ]);
    expect([...coefficients(flows, [1000, 2000, 0]).values]).toEqual([0.15, 0.25, 0, 0.2, 0.05, 0, 0, 0, 0]);
  });

  it('says nothing of an economy that uses more than it makes', () => {
    expect(leontief(squareOf([[1.2]]))).toBeUndefined();
    expect(leontief(squareOf([[1]]))).toBeUndefined();
    expect(inoperability(squareOf([[1.2]]), [1], [exactly(0.1)])).toBeUndefined();
  });
});

describe('inoperability', () => {
  it('is 12.5 and 1.3 per cent when a tenth of the demand for the first sector falls away', () => {
    const found = inoperability(A, X, [exactly(0.1), exactly(0)]);
    const [first, second] = found?.inoperability ?? [];
    expect(first?.min).toBeCloseTo(0.12541, 5);
    expect(second?.min).toBeCloseTo(0.0132, 5);
    expect(found?.loss.map(({ max }) => Math.round(max * 100) / 100)).toEqual([125.41, 26.4]);
    expect(found?.total.max).toBeCloseTo(151.81, 1);
    expect(found?.beyond).toEqual([]);
  });

  it('names the sectors of which the model would lose more than there is', () => {
    expect(inoperability(A, X, [exactly(0.9), exactly(0.9)])?.beyond).toEqual([0, 1]);
  });

  it('solves q = A* q + c*, and holds every perturbation within its ranges', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fraction, { minLength: 9, maxLength: 9 }),
        fc.array(fraction, { minLength: 6, maxLength: 6 }),
        fraction,
        (raw, ends, draw) => {
          const a = squareOf([0, 1, 2].map((i) => [0, 1, 2].map((j) => (raw[3 * i + j] ?? 0) * 0.3)));
          const x = [100, 40, 250];
          const ranges = [0, 1, 2].map((i) =>
            between(Math.min(ends[i] ?? 0, ends[i + 3] ?? 0), Math.max(ends[i] ?? 0, ends[i + 3] ?? 0)),
          );
          const c = ranges.map(({ min, max }) => min + (max - min) * draw);
          const point = inoperability(a, x, c.map(exactly))?.inoperability.map(({ min }) => min) ?? [];
          const bounds = inoperability(a, x, ranges)?.inoperability ?? [];
          for (const [i, q] of point.entries()) {
            const right = point.reduce(
              (sum, other, j) => sum + ((a.values[3 * i + j] ?? 0) * (x[j] ?? 0) * other) / (x[i] ?? 1),
              c[i] ?? 0,
            );
            expect(q).toBeCloseTo(right, 9);
            expect(q).toBeGreaterThanOrEqual((bounds[i]?.min ?? 0) - 1e-12);
            expect(q).toBeLessThanOrEqual((bounds[i]?.max ?? 0) + 1e-12);
          }
        },
      ),
    );
  });
});
