import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSources } from '#shared/concentration/concentration-csv.ts';
import { type Ends, effectiveNumber, indexOf } from '#shared/concentration/hhi.ts';
import { byGroup, type Source, shareOf } from '#shared/concentration/inputs.ts';
import { mergerChange, studyInput } from '#shared/concentration/study.ts';
import { euDependency, exceeds, geoDependency, thresholdOf } from '#shared/concentration/thresholds.ts';
import { parseCsv } from '#shared/import/csv.ts';

const exactly = (share: number): Ends => ({ min: share, max: share });
const shares = (...all: number[]): Ends[] => all.map(exactly);
const sources = (...all: (readonly [share: Ends, country?: string])[]): Source[] =>
  all.map(([share, country], at) => ({ id: `s${at}`, share, country }));

const boxes = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) => all.map(([a, b]) => ({ min: Math.min(a, b) / all.length, max: Math.max(a, b) })))
  .filter((all) => all.reduce((sum, { max }) => sum + max, 0) >= 1);

/** All corners of the box on the plane of one whole: every share at an end but one, which takes what is left. */
function corners(all: readonly Ends[]): number[][] {
  const found: number[][] = [];
  for (let free = 0; free < all.length; free++) {
    for (let mask = 0; mask < 2 ** all.length; mask++) {
      const point = all.map(({ min, max }, i) => ((mask >> i) & 1 ? max : min));
      const others = point.reduce((sum, share, i) => (i === free ? sum : sum + share), 0);
      const { min, max } = all[free] as Ends;
      if (1 - others < min - 1e-12 || 1 - others > max + 1e-12) continue;
      point[free] = 1 - others;
      found.push(point);
    }
  }
  return found;
}
/** All points with every share at an end or at one level common to all that are not. */
function levels(all: readonly Ends[]): number[][] {
  const found: number[][] = [];
  for (let code = 0; code < 3 ** all.length; code++) {
    const ends = all.map(({ min, max }, i) => [min, max, undefined][Math.floor(code / 3 ** i) % 3]);
    const fixed = ends.reduce<number>((sum, end) => sum + (end ?? 0), 0);
    const free = ends.filter((end) => end === undefined).length;
    const level = free > 0 ? (1 - fixed) / free : 0;
    const fits = all.every(
      ({ min, max }, i) => ends[i] !== undefined || (level >= min - 1e-9 && level <= max + 1e-9),
    );
    if (!fits || (free === 0 && Math.abs(fixed - 1) > 1e-9)) continue;
    found.push(ends.map((end) => end ?? level));
  }
  return found;
}
const squares = (point: readonly number[]): number => point.reduce((sum, share) => sum + share * share, 0);

describe('the Herfindahl-Hirschman index', () => {
  it('is 2,600 points for 30, 30, 20 and 20 per cent, as many as 3.8 equal firms', () => {
    const index = indexOf(shares(0.3, 0.3, 0.2, 0.2));
    expect((index?.max ?? 0) * 10_000).toBeCloseTo(2600, 8);
    expect(index?.min).toBeCloseTo(0.26, 12);
    expect(effectiveNumber(index ?? exactly(1)).max).toBeCloseTo(1 / 0.26, 10);
  });

  it('has its largest value on a corner of the ranges, and finds it', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const index = indexOf(all);
        expect(index?.tight).toBe(true);
        expect(index?.max).toBeCloseTo(Math.max(...corners(all).map(squares)), 10);
      }),
      { numRuns: 300 },
    );
  });

  it('has its smallest value where shares are as equal as the ranges allow, and finds it', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        expect(indexOf(all)?.min).toBeCloseTo(Math.min(...levels(all).map(squares)), 9);
      }),
      { numRuns: 200 },
    );
  });

  it('counts what nobody named as thin as dust for the least and as one firm for the most', () => {
    const index = indexOf(shares(0.5, 0.2));
    expect(index?.min).toBeCloseTo(0.29, 12);
    expect(index?.max).toBeCloseTo(0.29 + 0.09, 12);
  });

  it('knows nothing of shares that nobody knows, but that they make one whole', () => {
    const unknown = { min: 0, max: 1 };
    expect(indexOf([unknown, unknown])).toEqual({ min: 0.5, max: 1, tight: true });
    const index = indexOf([exactly(0.6), unknown, unknown]);
    expect(index?.min).toBeCloseTo(0.36 + 0.08, 12);
    expect(index?.max).toBeCloseTo(0.36 + 0.16, 12);
  });

  it('is refused when the shares are more than the whole, and forgives rounding', () => {
    expect(indexOf(shares(0.7, 0.7))).toBeUndefined();
    expect(indexOf(shares(0.335, 0.335, 0.335))?.max).toBeCloseTo(1 / 3, 4);
  });
});

describe('by country', () => {
  it('adds up the shares of one country (70, 20, 10: 0.54, above 0.4)', () => {
    const all = sources(
      [exactly(0.4), 'CN'],
      [exactly(0.3), 'CN'],
      [exactly(0.2), 'US'],
      [exactly(0.1), 'JP'],
    );
    const index = byGroup(all, 'country');
    expect(index?.max).toBeCloseTo(0.54, 12);
    expect(exceeds(index, thresholdOf('eu-cdi1').above)).toBe('yes');
  });

  it('lets a source of unknown country stand alone or join the largest', () => {
    const index = byGroup(sources([exactly(0.6), 'CN'], [exactly(0.4), undefined]), 'country');
    expect(index?.min).toBeCloseTo(0.52, 12);
    expect(index?.max).toBeCloseTo(1, 12);
  });

  it('bounds the part from outside the Union, what is not known included', () => {
    const outside = (country: string): boolean => country === 'CN';
    expect(
      shareOf(
        sources([exactly(0.6), 'CN'], [exactly(0.3), 'NL'], [exactly(0.1), undefined]),
        'country',
        outside,
      ),
    ).toEqual({
      min: 0.6,
      max: 0.7,
    });
    const ranged = shareOf(
      sources([{ min: 0.5, max: 0.9 }, 'CN'], [{ min: 0.2, max: 0.3 }, 'NL']),
      'country',
      outside,
    );
    expect(ranged.min).toBeCloseTo(0.7, 12);
    expect(ranged.max).toBeCloseTo(0.8, 12);
  });
});

describe('tests of dependency', () => {
  const toy = { extraEuHhi: exactly(0.54), extraEuShare: exactly(0.7), importsToExports: exactly(2) };

  it('hold when all three criteria of the Commission do', () => {
    expect(euDependency(toy).dependent).toBe('yes');
    expect(euDependency({ ...toy, extraEuShare: exactly(0.5) }).dependent).toBe('no');
    expect(euDependency({ ...toy, importsToExports: undefined })).toMatchObject({
      criteria: { 'eu-cdi3': 'possible' },
      dependent: 'possible',
    });
  });

  it('hold for CEPII in at least two of three years', () => {
    const bad = { importHhi: exactly(0.5), worldExportHhi: exactly(0.5), importsToExports: exactly(1.5) };
    const good = { ...bad, importHhi: exactly(0.1) };
    expect(geoDependency([bad, good, bad]).dependent).toBe('yes');
    expect(geoDependency([bad, good, good]).dependent).toBe('no');
    expect(geoDependency([bad, good, {}])).toEqual({
      years: ['yes', 'no', 'possible'],
      dependent: 'possible',
    });
  });

  it('presume harm when a merger adds more than 100 points', () => {
    const all = sources([exactly(0.3)], [exactly(0.05)], [exactly(0.65)]);
    const { change, verdict } = mergerChange(all, 's0', 's1');
    expect(change.max).toBeCloseTo(0.03, 12);
    expect(verdict).toBe('yes');
    expect(
      mergerChange(sources([{ min: 0.5, max: 0.9 }], [{ min: 0, max: 0.4 }]), 's0', 's1').change.max,
    ).toBeCloseTo(0.48, 12);
  });
});

describe('an input with its sources', () => {
  it('is read from a table and studied by supplier, country and owner', () => {
    const rows = parseCsv(
      'input;supplier;share;min;max;country;owner\nlens;A;70%;;;CN;X\nlens;B;;10%;30%;NL;X\nlens;C;;;;DE;\nglas;D;1,2;;;;\n',
    );
    const read = rows.ok ? readSources(rows.value) : rows;
    if (!read.ok) throw new Error('no table');
    expect(read.value.refused).toEqual([{ line: 5, field: 'share', code: 'shareOutOfRange' }]);
    const study = studyInput('lens', read.value.items);
    expect(study.supplier?.min).toBeCloseTo(0.49 + 0.15 ** 2 * 2, 12);
    expect(study.supplier?.max).toBeCloseTo(0.49 + 0.09, 12);
    expect(study.groups.owner?.max).toBeCloseTo(1, 12);
    expect(study.groups.site).toBeUndefined();
    expect(study.outsideEu?.min).toBeCloseTo(0.7, 12);
    expect(study.verdicts.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['doj-high', 'yes'],
      ['geodep-imports', 'yes'],
      ['eu-cdi2', 'yes'],
    ]);
  });
});
