/**
 * Agreement between raters: Krippendorff's alpha (Krippendorff, Content Analysis, 2004, ch. 11), made for few raters,
 * missing values and any level of measurement.
 */
export const METRICS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type Metric = (typeof METRICS)[number];

/** One unit (an indicator, a case) with a place for each rater; null is a rater who gave no value. */
export type Unit = readonly (number | null)[];

/** Coincidences of values: `values` ascending, `counts[i][j]` how often the two met, `totals` the sums of the rows. */
type Coincidences = {
  readonly values: readonly number[];
  readonly counts: readonly Float64Array[];
  readonly totals: Float64Array;
  readonly pairable: number;
};

function coincidences(units: readonly Unit[]): Coincidences {
  const rated = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter(({ length }) => length > 1);
  const values = [...new Set(rated.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, i) => [value, i]));
  const counts = values.map(() => new Float64Array(values.length));
  const totals = new Float64Array(values.length);
  for (const unit of rated) {
    const each = 1 / (unit.length - 1);
    unit.forEach((a, i) => {
      unit.forEach((b, j) => {
        if (i === j) return;
        const row = counts[place.get(a) as number] as Float64Array;
        const at = place.get(b) as number;
        row[at] = (row[at] as number) + each;
      });
      const at = place.get(a) as number;
      totals[at] = (totals[at] as number) + 1;
    });
  }
  return { values, counts, totals, pairable: rated.flat().length };
}

/** Squared difference between two values, by their places in the ascending list. */
function difference(metric: Metric, { values, totals }: Coincidences, i: number, j: number): number {
  const [a, b] = [values[i] as number, values[j] as number];
  if (i === j) return 0;
  if (metric === 'nominal') return 1;
  if (metric === 'interval') return (a - b) ** 2;
  if (metric === 'ratio') return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
  let between = -((totals[i] as number) + (totals[j] as number)) / 2;
  for (let k = Math.min(i, j); k <= Math.max(i, j); k++) between += totals[k] as number;
  return between ** 2;
}

/**
 * Krippendorff's alpha: 1 is full agreement, 0 what chance would give, below 0 worse than chance. Null where it is not
 * defined: fewer than two values that can be paired, or no variation at all, which is not perfect agreement but
 * nothing to measure (field-practice 2.6.15). O(units x raters^2 + values^2).
 */
export function alpha(units: readonly Unit[], metric: Metric): number | null {
  const met = coincidences(units);
  const { counts, totals, pairable, values } = met;
  let [observed, expected] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < values.length; j++) {
      const apart = difference(metric, met, i, j);
      observed += ((counts[i] as Float64Array)[j] as number) * apart;
      expected += (totals[i] as number) * (totals[j] as number) * apart;
    }
  }
  return expected === 0 ? null : 1 - (observed * (pairable - 1)) / expected;
}

/** What raters differ about in one unit, before any coefficient: the span of their values and how many gave one. */
export type Disagreement = { readonly unit: number; readonly given: number; readonly span: number | null };

/** Raw disagreement per unit, the widest first; units with fewer than two values have no span and come last. */
export function disagreements(units: readonly Unit[]): Disagreement[] {
  return units
    .map((unit, place) => {
      const given = unit.filter((value) => value !== null);
      const span = given.length < 2 ? null : Math.max(...given) - Math.min(...given);
      return { unit: place, given: given.length, span };
    })
    .sort((a, b) => (b.span ?? -1) - (a.span ?? -1) || a.unit - b.unit);
}

/**
 * Interval of alpha by resampling whole units (percentile bootstrap), 95 per cent. `random` gives numbers from 0 to
 * below 1; the same numbers give the same interval. Null with fewer than two units that have a pair, or when fewer
 * than half of the samples have an alpha at all: then there is too little to speak of.
 */
export function alphaInterval(
  units: readonly Unit[],
  metric: Metric,
  random: () => number,
  samples = 1000,
): { readonly low: number; readonly high: number } | null {
  const pairs = units.filter((unit) => unit.filter((value) => value !== null).length > 1);
  if (pairs.length < 2) return null;
  const found: number[] = [];
  for (let s = 0; s < samples; s++) {
    const drawn = pairs.map(() => pairs[Math.floor(random() * pairs.length)] as Unit);
    const value = alpha(drawn, metric);
    if (value !== null) found.push(value);
  }
  if (found.length < samples / 2) return null;
  found.sort((a, b) => a - b);
  const at = (part: number): number => found[Math.floor(part * (found.length - 1))] as number;
  return { low: at(0.025), high: at(0.975) };
}

/** How far an alpha may be relied on, with Krippendorff's usual limits: .800 and .667. */
export type Reliance = 'rely' | 'tentative' | 'insufficient' | 'notDefined';
export function relianceOf(value: number | null): Reliance {
  if (value === null) return 'notDefined';
  if (value >= 0.8) return 'rely';
  return value >= 0.667 ? 'tentative' : 'insufficient';
}
