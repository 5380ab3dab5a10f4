/** A criterion of ELECTRE TRI: weight, whether more is better, and the thresholds of the comparison on its scale. */
export type TriCriterion = {
  readonly weight: number;
  readonly better: 'more' | 'less';
  /** Differences up to this are no difference. */
  readonly indifference: number;
  /** Differences above this are a clear preference. */
  readonly preference: number;
  /** A shortfall of this much or more forbids the comparison, whatever the other criteria say; absent: never. */
  readonly veto?: number | undefined;
};

/** Classes are numbered from 0 (below the first profile). Both rules are reported: they differ where profiles do not compare. */
export type TriClass = { readonly pessimistic: number; readonly optimistic: number };

/** Advantage of a over b on a criterion, positive when a is better. */
const ahead = ({ better }: TriCriterion, a: number, b: number): number => (better === 'more' ? a - b : b - a);

/** How far "a is at least as good as b" holds, from 0 to 1 (concordance weakened by discordance). */
export function credibility(
  criteria: readonly TriCriterion[],
  a: readonly number[],
  b: readonly number[],
): number {
  let [weights, agree] = [0, 0];
  const short = criteria.map((criterion, k) => {
    const behind = -ahead(criterion, a[k] as number, b[k] as number);
    const { indifference: q, preference: p, weight } = criterion;
    const part = behind <= q ? 1 : behind >= p ? 0 : (p - behind) / (p - q);
    weights += weight;
    agree += weight * part;
    return behind;
  });
  const concordance = agree / weights;
  return criteria.reduce((sigma, { preference: p, veto }, k) => {
    if (veto === undefined) return sigma;
    const behind = short[k] as number;
    const discordance = behind <= p ? 0 : behind >= veto ? 1 : (behind - p) / (veto - p);
    return discordance > concordance ? (sigma * (1 - discordance)) / (1 - concordance) : sigma;
  }, concordance);
}

/**
 * ELECTRE TRI-B (Yu 1992; Roy and Bouyssou 1993): puts an option into one of `profiles.length + 1` ordered classes by
 * comparing it with the profiles between them (worst first). Not compensatory: a veto cannot be bought off. `cut` is
 * lambda, above 0.5. The class boundaries are the tool's own construct, not the letter's (AMB-01).
 */
export function sortOption(
  criteria: readonly TriCriterion[],
  profiles: readonly (readonly number[])[],
  option: readonly number[],
  cut: number,
): TriClass {
  const reaches = (profile: readonly number[]): boolean => credibility(criteria, option, profile) >= cut;
  const beaten = (profile: readonly number[]): boolean =>
    credibility(criteria, profile, option) >= cut && !reaches(profile);
  let pessimistic = profiles.length;
  while (pessimistic > 0 && !reaches(profiles[pessimistic - 1] as readonly number[])) pessimistic--;
  let optimistic = 0;
  while (optimistic < profiles.length && !beaten(profiles[optimistic] as readonly number[])) optimistic++;
  return { pessimistic, optimistic };
}
