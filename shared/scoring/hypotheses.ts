/**
 * Analysis of competing hypotheses (Heuer 1999): evidence against hypotheses, ranked by what speaks least against them.
 * An aid, never a score of the case: a controlled study found little benefit (peers 1.3), and CON-2 is judged by people.
 */
export const MARKS = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const;
export type Mark = (typeof MARKS)[number];
export const WEIGHTS = ['low', 'medium', 'high'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** One piece of evidence: how credible, how relevant, and what it says of each hypothesis; null is not judged yet. */
export type EvidenceRow = {
  readonly credibility: Weight;
  readonly relevance: Weight;
  readonly marks: readonly (Mark | null)[];
};

/** PARC's weights: low 1/sqrt 2, medium 1, high sqrt 2. */
const FACTOR: Readonly<Record<Weight, number>> = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 };
/** Consistency scores nothing: what fits every hypothesis proves none. */
const AGAINST: Readonly<Record<Mark, number>> = { CC: 0, C: 0, N: 0, NA: 0, I: -1, II: -2 };

/** Score of each hypothesis, 0 or below; nearer to 0 is less contradicted. Marks that are not given count for nothing. */
export const inconsistency = (rows: readonly EvidenceRow[], hypotheses: number): number[] =>
  Array.from({ length: hypotheses }, (_, h) =>
    rows.reduce((sum, { credibility, relevance, marks }) => {
      const mark = marks[h];
      return mark ? sum + FACTOR[credibility] * FACTOR[relevance] * AGAINST[mark] : sum;
    }, 0),
  );

/** Places of the hypotheses, the least contradicted first; equal scores keep their order. */
export const rankHypotheses = (scores: readonly number[]): number[] =>
  scores.map((_, h) => h).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);

/**
 * Whether a piece of evidence tells the hypotheses apart: `none` when it says the same of all, `open` while a mark is
 * missing. A matrix of rows without diagnosticity looks convincing and shows nothing.
 */
export function diagnosticity({ marks }: EvidenceRow, hypotheses: number): 'some' | 'none' | 'open' {
  const given = Array.from({ length: hypotheses }, (_, h) => marks[h] ?? null);
  if (given.some((mark) => mark === null)) return 'open';
  return new Set(given).size > 1 ? 'some' : 'none';
}

/** Rows without which the least contradicted hypothesis would be another: what the conclusion rests on. */
export function linchpins(rows: readonly EvidenceRow[], hypotheses: number): number[] {
  const first = (of: readonly EvidenceRow[]): number | undefined =>
    rankHypotheses(inconsistency(of, hypotheses))[0];
  const leader = first(rows);
  return rows.flatMap((_, k) => (first(rows.filter((__, other) => other !== k)) === leader ? [] : [k]));
}
