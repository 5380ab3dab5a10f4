import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#shared/graph/random.ts';
import {
  alpha,
  alphaInterval,
  disagreements,
  METRICS,
  relianceOf,
  type Unit,
} from '#shared/scoring/agreement.ts';

/** Krippendorff's C data: four raters, twelve units (field-practice 2.6.15). */
const C_DATA: Unit[] = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
];

/** Three raters, fifteen units: the example of the Wikipedia article on Krippendorff's alpha, rater by rater. */
const THREE = ['*****34121133*3', '1*213343*******', '**21344*21133*4'].map((row) =>
  [...row].map((cell) => (cell === '*' ? null : Number(cell))),
);
const THREE_UNITS: Unit[] = Array.from({ length: 15 }, (_, u) => THREE.map((row) => row[u] ?? null));

describe("Krippendorff's alpha", () => {
  it('gives the published values for the C data', () => {
    const found = METRICS.map((metric) => (alpha(C_DATA, metric) ?? Number.NaN).toFixed(4));
    expect(found).toEqual(['0.7434', '0.8154', '0.8491', '0.7974']);
  });

  it('gives .691 nominal and .811 interval for the three raters of the textbook example', () => {
    expect([alpha(THREE_UNITS, 'nominal'), alpha(THREE_UNITS, 'interval')].map((a) => a?.toFixed(3))).toEqual(
      ['0.691', '0.811'],
    );
  });

  const folder = '../shared/data/krippendorff';
  it.skipIf(!fs.existsSync(folder))('equals the figures of an independent implementation to 1e-9', () => {
    const cells = (file: string): string[][] =>
      fs
        .readFileSync(`${folder}/${file}`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.replaceAll('"', '').split(','));
    const raters = cells('Cdata_4raters_12units.csv');
    const units = (raters[0] as string[]).map(
      (_, u): Unit => raters.map((row) => (row[u] === 'NA' ? null : Number(row[u]))),
    );
    for (const [metric, published] of cells('expected_irr_Cdata.csv'))
      expect(alpha(units, metric as 'nominal')).toBeCloseTo(Number(published), 9);
  });

  it('is not defined where nobody can differ, and says so instead of 1', () => {
    expect(
      alpha(
        [
          [2, 2],
          [2, 2],
        ],
        'interval',
      ),
    ).toBeNull();
    expect(
      alpha(
        [
          [1, null],
          [null, 3],
        ],
        'ordinal',
      ),
    ).toBeNull();
    expect([null, 0.81, 0.7, 0.2].map(relianceOf)).toEqual([
      'notDefined',
      'rely',
      'tentative',
      'insufficient',
    ]);
  });

  it('does not depend on the order of units or raters, and never exceeds 1', () => {
    const cell = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }), (units) => {
        for (const metric of METRICS) {
          const value = alpha(units, metric);
          const turned = alpha(units.map((unit) => [...unit].reverse()).reverse(), metric);
          if (value === null) expect(turned).toBeNull();
          else {
            expect(turned).toBeCloseTo(value, 10);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('has an interval that holds the value and is the same for the same seed', () => {
    const once = alphaInterval(C_DATA, 'ordinal', seeded(7));
    expect(alphaInterval(C_DATA, 'ordinal', seeded(7))).toEqual(once);
    expect(once?.low).toBeLessThan(0.8154);
    expect(once?.high).toBeGreaterThan(0.8154);
    expect(alphaInterval([[1, 2]], 'ordinal', seeded(1))).toBeNull();
  });
});

it('the widest raw disagreement comes first, units that one rater judged come last', () => {
  expect(disagreements(C_DATA).slice(0, 2)).toEqual([
    { unit: 5, given: 4, span: 3 },
    { unit: 1, given: 4, span: 1 },
  ]);
  expect(disagreements(C_DATA).at(-1)).toEqual({ unit: 11, given: 1, span: null });
});
