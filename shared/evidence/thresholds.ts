import type { Concluding, Conclusion } from './conclusions.ts';
import { firstOf, type Told } from './facts.ts';

/**
 * What the evidence of a decisive verdict must meet before an assessment is final (capability 9). Constructs of the
 * tool: the letter asks that a judgement can be followed, and names no numbers.
 */
export const THRESHOLDS = ['oneOrigin', 'circularEvidence', 'contradictedEvidence', 'staleEvidence'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

const FAILS: Readonly<Record<Threshold, (conclusion: Conclusion) => boolean>> = {
  oneOrigin: ({ evidence, origins }) => evidence > 0 && origins === 1,
  circularEvidence: ({ weak }) => weak.circular !== undefined,
  contradictedEvidence: ({ weak }) => weak.contradicted !== undefined,
  staleEvidence: ({ weak }) => weak.stale !== undefined,
};

/** The verdicts, by leaf, that fall short of each threshold. What is left undetermined decides nothing and is not held to it. */
export function shortOf(
  live: readonly Told[],
  conclusions: readonly Conclusion[],
): { readonly threshold: Threshold; readonly leaves: readonly string[] }[] {
  const verdicts = firstOf(live, 'verdict');
  const decisive = conclusions.filter(
    ({ type, record }) =>
      type === ('verdict' satisfies Concluding) && verdicts.get(record)?.outcome !== 'undetermined',
  );
  return THRESHOLDS.map((threshold) => ({
    threshold,
    leaves: decisive.filter(FAILS[threshold]).map(({ about }) => about),
  }));
}
