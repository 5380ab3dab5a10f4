import { seeded } from '../graph/random.ts';
import { type Criterion, drawValue, type Score, valueRange } from './score.ts';
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

/** Draws the values of all options and adds them up under weights, which stand ready in `weights`. */
function totals(input: SmaaInput, random: () => number) {
  const { criteria, scores } = input;
  const ranges = scores.map((row) => criteria.map((criterion, k) => valueRange(criterion, row[k] ?? null)));
  return (weights: Float64Array, into: Float64Array): void => {
    for (let o = 0; o < ranges.length; o++) {
      const row = ranges[o] as (typeof ranges)[number];
      let sum = 0;
      for (let k = 0; k < row.length; k++) {
        const range = row[k] as (typeof row)[number];
        const value = range.max === range.min ? range.min : drawValue(range, random());
        sum += (weights[k] as number) * value;
      }
      into[o] = sum;
    }
  };
}

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
  const add = totals(input, random);
  const weights = new Float64Array(n);
  const total = new Float64Array(options);
  const ranks = table(options, options);
  const beats = table(options, options);
  const central = table(options, n);
  const firsts = new Float64Array(options);
  for (let d = 0; d < draws; d++) {
    if (d % 4096 === 0) progress(d / draws);
    drawWeights(weights);
    add(weights, total);
    for (let a = 0; a < options; a++) {
      const row = beats[a] as Float64Array;
      let [above, level] = [0, 1];
      for (let b = 0; b < options; b++) {
        if (a === b) continue;
        const apart = (total[a] as number) - (total[b] as number);
        if (apart < -TIE) above++;
        else if (apart <= TIE) {
          level++;
          row[b] = (row[b] as number) + 0.5;
        } else row[b] = (row[b] as number) + 1;
      }
      const share = 1 / level;
      const rank = ranks[a] as Float64Array;
      for (let r = above; r < above + level; r++) rank[r] = (rank[r] as number) + share;
      if (above > 0) continue;
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
    beats: beats.map((row) => [...row].map((count) => count / draws)),
    draws,
    seed,
    error: 1.96 * Math.sqrt(0.25 / draws),
  };
}

/** How often each option is first when the weights are its own central ones and only the values vary. */
function confidences(input: SmaaInput, centres: readonly (readonly number[] | null)[]): (number | null)[] {
  const total = new Float64Array(centres.length);
  return centres.map((centre, a) => {
    if (centre === null) return null;
    const add = totals(input, seeded(input.seed + 1 + a));
    const weights = Float64Array.from(centre);
    const draws = Math.min(input.draws, 10_000);
    let first = 0;
    for (let d = 0; d < draws; d++) {
      add(weights, total);
      let ties = 1;
      let beaten = false;
      for (let b = 0; b < total.length && !beaten; b++) {
        const apart = (total[a] as number) - (total[b] as number);
        if (a !== b && Math.abs(apart) <= TIE) ties++;
        else beaten = a !== b && apart < 0;
      }
      if (!beaten) first += 1 / ties;
    }
    return first / draws;
  });
}
