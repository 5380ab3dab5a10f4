/** The six preference functions of Brans, Vincke and Mareschal (1986); `q`, `p` and `s` are on the criterion's scale. */
export type Preference =
  | { readonly type: 'usual' }
  | { readonly type: 'quasi'; readonly q: number }
  | { readonly type: 'linear'; readonly p: number }
  | { readonly type: 'level'; readonly q: number; readonly p: number }
  | { readonly type: 'linearArea'; readonly q: number; readonly p: number }
  | { readonly type: 'gaussian'; readonly s: number };

export type FlowCriterion = {
  readonly weight: number;
  readonly better: 'more' | 'less';
  readonly preference: Preference;
};

/** How clearly a difference `d` prefers the first, from 0 to 1; 0 when it is not ahead. */
export function preferenceOf(preference: Preference, d: number): number {
  if (d <= 0) return 0;
  switch (preference.type) {
    case 'usual':
      return 1;
    case 'quasi':
      return d <= preference.q ? 0 : 1;
    case 'linear':
      return d >= preference.p ? 1 : d / preference.p;
    case 'level':
      return d <= preference.q ? 0 : d <= preference.p ? 0.5 : 1;
    case 'linearArea':
      return d <= preference.q
        ? 0
        : d >= preference.p
          ? 1
          : (d - preference.q) / (preference.p - preference.q);
    case 'gaussian':
      return 1 - Math.exp(-(d * d) / (2 * preference.s * preference.s));
  }
}

/** Preference of option over option, and the flows out of it: `leaving - entering = net`. */
export type Flows = {
  readonly preference: readonly (readonly number[])[];
  readonly leaving: readonly number[];
  readonly entering: readonly number[];
  readonly net: readonly number[];
};

/** PROMETHEE II over `scores[option][criterion]`; weights are taken in proportion. O(options^2 x criteria). */
export function flows(criteria: readonly FlowCriterion[], scores: readonly (readonly number[])[]): Flows {
  const all = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const preference = scores.map((a) =>
    scores.map((b) =>
      criteria.reduce((sum, { weight, better, preference: shape }, k) => {
        const d = (better === 'more' ? 1 : -1) * ((a[k] as number) - (b[k] as number));
        return sum + (weight / all) * preferenceOf(shape, d);
      }, 0),
    ),
  );
  const others = Math.max(1, scores.length - 1);
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const leaving = preference.map((row) => sumOf(row) / others);
  const entering = scores.map((_, b) => sumOf(preference.map((row) => row[b] as number)) / others);
  return { preference, leaving, entering, net: leaving.map((out, a) => out - (entering[a] as number)) };
}
