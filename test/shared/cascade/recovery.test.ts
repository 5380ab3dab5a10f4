import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, exactly, type Range, ZERO } from '#shared/cascade/network.ts';
import { exposed, exposures, leastLoss, type Site, timeToSurvive } from '#shared/cascade/recovery.ts';

const ENDLESS = exactly(Number.POSITIVE_INFINITY);
const supplier = (id: string, capacity: Range): Site => ({
  id,
  capacity,
  stock: ZERO,
  demand: ZERO,
  margin: ZERO,
  inputs: [],
});

/** Oracle C7: a product of one A and one B; of A there are two sources and a stock, of B a cheap only source. */
const world = (stockA: Range = exactly(30), capacityB: Range = exactly(12)): Site[] => [
  {
    id: 'product',
    capacity: ENDLESS,
    stock: exactly(20),
    demand: exactly(10),
    margin: exactly(5),
    inputs: [
      { name: 'A', amount: exactly(1), stock: stockA, sources: ['SA', 'SA2'] },
      { name: 'B', amount: exactly(1), stock: ZERO, sources: ['SB'] },
    ],
  },
  supplier('SA', exactly(10)),
  supplier('SA2', exactly(4)),
  supplier('SB', capacityB),
];
const failing = (...ids: string[]) => new Set(ids);

describe('a site that fails', () => {
  it('costs what no plan of the others can save: 0, 300 and 0 in eight weeks (C7)', () => {
    const cost = (id: string) => leastLoss(world(), failing(id), 8, 'worst');
    expect(cost('SA')).toBeCloseTo(0, 9);
    expect(cost('SB')).toBeCloseTo(300, 9);
    expect(cost('SA2')).toBeCloseTo(0, 9);
    expect(leastLoss(world(), failing('SA', 'SA2'), 8, 'worst')).toBeCloseTo(5 * (80 - 20 - 30), 9);
  });

  it('is survived for 8 1/3 weeks, for 2, and for ever (C7)', () => {
    expect(timeToSurvive(world(), failing('SA'), 'worst')).toBeCloseTo(25 / 3, 7);
    expect(timeToSurvive(world(), failing('SB'), 'worst')).toBeCloseTo(2, 7);
    expect(timeToSurvive(world(), failing('SA2'), 'worst')).toBe(Number.POSITIVE_INFINITY);
  });

  it('shows that the cheap only source is the exposure', () => {
    const found = exposures(world(), () => exactly(8));
    const index = Object.fromEntries(found.map(({ site, index: { max } }) => [site, max]));
    expect(index.SB).toBeCloseTo(1, 9);
    expect(index.SA).toBeCloseTo(0, 9);
    expect(index.SA2).toBeCloseTo(0, 9);
  });

  it('costs nothing until the time that it survives, and something after', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 1, max: 9, noNaN: true }),
        (stock, capacity) => {
          const sites = world(exactly(stock)).map((site) =>
            site.id === 'SA2' ? supplier('SA2', exactly(capacity)) : site,
          );
          const survive = timeToSurvive(sites, failing('SA'), 'worst');
          expect(survive).toBeCloseTo((stock + 20) / (10 - capacity), 6);
          expect(leastLoss(sites, failing('SA'), survive * 0.999, 'worst')).toBeCloseTo(0, 6);
          expect(leastLoss(sites, failing('SA'), survive * 1.1, 'worst')).toBeGreaterThan(1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('costs between the bounds, whatever the ranges turn out to be', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    const [stock, capacity] = [between(10, 40), between(6, 12)];
    fc.assert(
      fc.property(fraction, fraction, fc.constantFrom('SA', 'SB', 'SA2'), fraction, (one, two, id, time) => {
        const weeks = 12 * time;
        const drawn = world(exactly(10 + 30 * one), exactly(6 + 6 * two));
        const cost = leastLoss(drawn, failing(id), weeks, 'worst');
        expect(cost).toBeGreaterThanOrEqual(
          leastLoss(world(stock, capacity), failing(id), weeks, 'best') - 1e-6,
        );
        expect(cost).toBeLessThanOrEqual(
          leastLoss(world(stock, capacity), failing(id), weeks, 'worst') + 1e-6,
        );
        const survive = timeToSurvive(drawn, failing(id), 'worst');
        expect(survive).toBeGreaterThanOrEqual(
          timeToSurvive(world(stock, capacity), failing(id), 'worst') - 1e-6,
        );
        expect(survive).toBeLessThanOrEqual(
          timeToSurvive(world(stock, capacity), failing(id), 'best') + 1e-6,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a substitute', () => {
  it('is in time when replacing takes no longer than the customer survives', () => {
    expect(exposed(between(4, 8), between(8, 12))).toBe('excluded');
    expect(exposed(between(4, 9), between(8, 12))).toBe('possible');
    expect(exposed(between(13, 20), between(8, 12))).toBe('certain');
    expect(exposed({ min: 0, max: Number.POSITIVE_INFINITY }, between(8, 12))).toBe('possible');
    expect(exposed(exactly(50), { min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY })).toBe(
      'excluded',
    );
  });
});
