import { seeded } from '../graph/random.ts';
import { sortOption, type TriCriterion } from './electre-tri.ts';
import { type Flip, flips } from './flip.ts';
import { classOfValue, type ImpactClass, impactValue } from './national-risk.ts';
import { type Criterion, drawValue, type Score } from './score.ts';
import { type Bar, type Interval, tornado, type WeightRange, weightedSum } from './weighted-sum.ts';
import { weightSampler } from './weights.ts';

/** Every indicator has the same scale of levels, 1 to 5; more is more reason for concern. */
export const LEVELS: Criterion = { min: 1, max: 5, better: 'more' };
/** Classes of concern, and the levels between them: the tool's own construct (AMB-01). */
export const CONCERNS = ['low', 'medium', 'high'] as const;
export type Concern = (typeof CONCERNS)[number];
const BOUNDARIES = [3, 4] as const;
/** A level this much below a boundary cannot be made up for by others. */
const VETO = 3;

export type ProfileInput = {
  /** One score an indicator, in its levels; null is unknown. */
  readonly scores: readonly Score[];
  readonly weights: readonly WeightRange[];
  /** Share of the weight that must agree, above 0.5 (lambda of ELECTRE TRI). */
  readonly cut: number;
  readonly draws: number;
  readonly seed: number;
};

export type ProfileStudy = {
  /** Weighted sum as an interval over all weights and levels that are possible; undefined when no weights fit. */
  readonly sum: Interval | undefined;
  readonly base: number;
  readonly tornado: readonly Bar[];
  /** In which share of the draws the case falls into each class. */
  readonly classes: readonly { readonly concern: Concern; readonly share: number }[];
  readonly likely: Concern;
  /** Levels of one indicator at which the class changes, all else at its likeliest. */
  readonly flips: readonly (Flip<Concern> & { readonly criterion: number })[];
  /** The same profile on the scale of the national risk assessment. */
  readonly national: { readonly min: ImpactClass; readonly max: ImpactClass };
  readonly draws: number;
  readonly seed: number;
};

const middle = (score: Score): number => score?.likely ?? (LEVELS.min + LEVELS.max) / 2;

/**
 * What an aggregation would say of a profile, and how much of that is the weighting: offered beside the profile, never
 * in the place of it (the letter has no scale, weight or cut-off, AMB-01). The same seed gives the same study.
 * @throws WeightsTooTight when no weights fit their ranges.
 */
export function studyProfile({ scores, weights, cut, draws, seed }: ProfileInput): ProfileStudy {
  const criteria = scores.map(() => LEVELS);
  const mean = meansOf(weights);
  const classOf = (levels: readonly number[], by: ArrayLike<number>): Concern => {
    const tri = levels.map(
      (_, k): TriCriterion => ({
        weight: by[k] as number,
        better: 'more',
        indifference: 0,
        preference: 1,
        veto: VETO,
      }),
    );
    const profiles = BOUNDARIES.map((boundary) => levels.map(() => boundary));
    return CONCERNS[sortOption(tri, profiles, levels, cut).pessimistic] as Concern;
  };
  const likely = scores.map(middle);
  const { base, bars } = tornado(criteria, scores, mean);
  return {
    sum: weightedSum(criteria, scores, weights),
    base,
    tornado: bars,
    classes: acceptability({ scores, weights, draws, seed }, classOf),
    likely: classOf(likely, mean),
    flips: scores.flatMap((_, criterion) =>
      flips([1, 2, 3, 4, 5], (level) =>
        classOf(
          likely.map((value, k) => (k === criterion ? level : value)),
          mean,
        ),
      ).map((flip) => ({ ...flip, criterion })),
    ),
    national: nationalOf(scores, mean),
    draws,
    seed,
  };
}

/** Weights in the middle of their ranges, made to sum to 1. */
function meansOf(weights: readonly WeightRange[]): number[] {
  const middles = weights.map(({ min, max }) => (min + max) / 2);
  const all = middles.reduce((sum, weight) => sum + weight, 0);
  return middles.map((weight) => weight / all);
}

function acceptability(
  { scores, weights, draws, seed }: Omit<ProfileInput, 'cut'>,
  classOf: (levels: readonly number[], weights: ArrayLike<number>) => Concern,
): ProfileStudy['classes'] {
  const random = seeded(seed);
  const sample = weightSampler(scores.length, { ranges: weights }, random);
  const drawn = new Float64Array(scores.length);
  const counts = new Map<Concern, number>(CONCERNS.map((concern) => [concern, 0]));
  for (let d = 0; d < draws; d++) {
    sample(drawn);
    const levels = scores.map((score) =>
      score === null
        ? drawValue({ min: LEVELS.min, likely: null, max: LEVELS.max }, random())
        : drawValue({ min: score.low, likely: score.likely, max: score.high }, random()),
    );
    const concern = classOf(levels, drawn);
    counts.set(concern, (counts.get(concern) ?? 0) + 1);
  }
  return CONCERNS.map((concern) => ({ concern, share: (counts.get(concern) ?? 0) / draws }));
}

/** Levels A to E with a factor of three between them, summed by weight (field-practice 2.4). */
function nationalOf(scores: readonly Score[], weights: readonly number[]): ProfileStudy['national'] {
  const at = (level: number): number => 3 ** (Math.round(level) - 5);
  const sum = (end: 'low' | 'high'): number =>
    scores.reduce(
      (total, score, k) =>
        total +
        (weights[k] as number) *
          (score === null ? (end === 'low' ? impactValue('X') : impactValue('E')) : at(score[end])),
      0,
    );
  return { min: classOfValue(sum('low')), max: classOfValue(sum('high')) };
}
