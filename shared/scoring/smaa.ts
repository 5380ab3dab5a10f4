import { seeded } from '../graph/random.ts';
import type { Criterion, Score } from './score.ts';
import { totalOf, valueSampler } from './smaa-values.ts';
import { type WeightKnowledge, weightSampler } from './weights.ts';

/** `scores[option][criterion]`. */
export type SmaaInput = {
  readonly criteria: readonly Criterion[];
  readonly scores: readonly (readonly Score[])[];
  readonly weights: WeightKnowledge;
  readonly draws: number;
  readonly seed: number;
};

/** All shares are from 0 to 1. */
export type SmaaResult = {
  /** `ranks[option][rank]`: in which share of the draws the option has that rank; ties share the ranks they span. */
  readonly ranks: readonly (readonly number[])[];
  /** Mean weights of the draws in which the option is first; null when it never is. */
  readonly central: readonly (readonly number[] | null)[];
  /** Share of the value draws in which the option is first under its own central weights; null when it never is. */
  readonly confidence: readonly (number | null)[];
  /** `beats[a][b]`: in which share of the draws a is better than b; a tie counts for half. */
  readonly beats: readonly (readonly number[])[];
  readonly draws: number;
  readonly seed: number;
  /** Largest sampling error of any share, 95 per cent: 1.96 sqrt(0.25 / draws). */
  readonly error: number;
};

const table = (rows: number, columns: number): Float64Array[] =>
  Array.from({ length: rows }, () => new Float64Array(columns));

/** Differences below this are ties: far above rounding, far below anything that a scale can tell apart. */
const TIE = 1e-12;

/**
 * SMAA-2 (Lahdelma and Salminen 2001): instead of one weighting, all weightings that agree with what is known, and
 * instead of one value, all values within the range. Says how often an option comes first, never by how much it is
 * better: the letter has no weights (AMB-01), so this is the tool's own construct. The same seed gives the same result
 * on every machine. O(draws x options x (criteria + options)).
 * @throws WeightsTooTight when no weights fit their ranges.
 */
export function smaa(input: SmaaInput, progress: (done: number) => void = () => undefined): SmaaResult {
  const { criteria, scores, weights: known, draws, seed } = input;
  const [options, n] = [scores.length, criteria.length];
  const random = seeded(seed);
  const drawWeights = weightSampler(n, known, random);
  const drawValues = valueSampler(criteria, scores, random);
  const values = new Float64Array(options * n);
  const weights = new Float64Array(n);
  const total = new Float64Array(options);
  const ranks = table(options, options);
  const central = table(options, n);
  const firsts = new Float64Array(options);
  const wins = new Uint32Array(options * options);
  const above = new Uint32Array(options);
  const below = new Uint32Array(options);
  for (let d = 0; d < draws; d++) {
    if (d % 4096 === 0) progress(d / draws);
    drawWeights(weights);
    drawValues(values);
    for (let o = 0; o < options; o++) total[o] = totalOf(values, o, weights);
    above.fill(0);
    below.fill(0);
    for (let a = 0; a < options; a++) {
      const own = total[a] as number;
      let [more, less] = [0, 0];
      for (let b = a + 1; b < options; b++) {
        const apart = own - (total[b] as number);
        // Added up rather than branched on: which of two is better is a coin that no processor foresees.
        const better = apart > TIE ? 1 : 0;
        const worse = apart < -TIE ? 1 : 0;
        wins[a * options + b] = (wins[a * options + b] as number) + better;
        wins[b * options + a] = (wins[b * options + a] as number) + worse;
        above[b] = (above[b] as number) + better;
        below[b] = (below[b] as number) + worse;
        more += worse;
        less += better;
      }
      const first = (above[a] as number) + more;
      const level = options - first - (below[a] as number) - less;
      const share = 1 / level;
      const rank = ranks[a] as Float64Array;
      for (let r = first; r < first + level; r++) rank[r] = (rank[r] as number) + share;
      if (first > 0) continue;
      firsts[a] = (firsts[a] as number) + share;
      const mean = central[a] as Float64Array;
      for (let k = 0; k < n; k++) mean[k] = (mean[k] as number) + share * (weights[k] as number);
    }
  }
  const centres = central.map((sum, a) =>
    (firsts[a] as number) === 0 ? null : [...sum].map((value) => value / (firsts[a] as number)),
  );
  return {
    ranks: ranks.map((row) => [...row].map((count) => count / draws)),
    central: centres,
    confidence: confidences(input, centres),
    beats: beatsOf(wins, options, draws),
    draws,
    seed,
    error: 1.96 * Math.sqrt(0.25 / draws),
  };
}

/** Shares of the draws in which a beats b, out of how often each of the two won; a tie counts for half. */
const beatsOf = (wins: Uint32Array, options: number, draws: number): number[][] =>
  Array.from({ length: options }, (_, a) =>
    Array.from({ length: options }, (_, b) => {
      if (a === b) return 0;
      const [won, lost] = [wins[a * options + b] as number, wins[b * options + a] as number];
      return (won + (draws - won - lost) / 2) / draws;
    }),
  );

/**
 * How often each option is first when the weights are its own central ones and only the values vary. All options are
 * held against the same values, which also makes their shares better comparable.
 */
function confidences(input: SmaaInput, centres: readonly (readonly number[] | null)[]): (number | null)[] {
  const { criteria, scores } = input;
  const drawValues = valueSampler(criteria, scores, seeded(input.seed + 1));
  const values = new Float64Array(scores.length * criteria.length);
  const weights = centres.map((centre) => (centre === null ? null : Float64Array.from(centre)));
  const first = new Float64Array(centres.length);
  const draws = Math.min(input.draws, 10_000);
  for (let d = 0; d < draws; d++) {
    drawValues(values);
    weights.forEach((own, a) => {
      if (own !== null) first[a] = (first[a] as number) + shareOfFirst(values, a, own, centres.length);
    });
  }
  return centres.map((centre, a) => (centre === null ? null : (first[a] as number) / draws));
}

/** 1 when option `a` is better than all others under these weights, less when it shares first place, else 0. */
function shareOfFirst(values: Float64Array, a: number, weights: Float64Array, options: number): number {
  const own = totalOf(values, a, weights);
  let ties = 1;
  for (let b = 0; b < options; b++) {
    if (b === a) continue;
    const apart = own - totalOf(values, b, weights);
    if (apart < -TIE) return 0;
    if (apart <= TIE) ties++;
  }
  return 1 / ties;
}
