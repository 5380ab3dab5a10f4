import { inOneOrder } from '../dossier/group.ts';
import type { Indicator } from '../framework/pack.ts';
import { seeded } from '../graph/random.ts';
import type { VersionView } from '../ipc/common.ts';
import type { OutputOf } from '../ipc/contract.ts';
import type { robustnessContract } from '../ipc/robustness.ts';
import type { BodyOf } from '../model/records.ts';
import { alpha, alphaInterval, disagreements, relianceOf, type Unit } from './agreement.ts';
import { scoreOf } from './profile-scores.ts';
import { LEVELS, studyProfile } from './profile-study.ts';
import { exactly, type Score } from './score.ts';
import { smaa } from './smaa.ts';
import { feasible, type WeightRange } from './weighted-sum.ts';
import { WeightsTooTight } from './weights.ts';

/** Settings of a study when nobody chose others: all weights free, a majority of 0.7, so many draws, a fixed seed. */
export const STUDY_DEFAULTS = { cut: 0.7, draws: 10_000, seed: 1 } as const;

export type Robustness = OutputOf<(typeof robustnessContract)['robustness.get']>;

type Rating = BodyOf<'rating'>;
const METRIC = 'ordinal';
const ANY: WeightRange = { min: 0, max: 1 };

/** Levels by indicator and rater; several live versions of one rater are no single level. */
function agreementOf(indicators: readonly Indicator[], ratings: readonly VersionView[], seed: number) {
  const bodies = ratings.map(({ body, author }) => ({ ...(body as unknown as Rating), name: author.name }));
  const raters = [...new Map(bodies.map(({ rater, name }) => [rater, name]))];
  const units = indicators.map(
    ({ id }): Unit =>
      raters.map(([rater]) => {
        const own = bodies.filter((one) => one.indicator === id && one.rater === rater);
        const level = own.length === 1 ? own[0]?.level : undefined;
        return typeof level === 'number' ? level : null;
      }),
  );
  const value = alpha(units, METRIC);
  return {
    raters: raters.map(([, name]) => name),
    disagreements: disagreements(units).map(({ unit, ...rest }) => ({
      indicator: indicators[unit]?.id ?? '',
      ...rest,
    })),
    metric: METRIC,
    alpha: value,
    interval: alphaInterval(units, METRIC, seeded(seed)),
    reliance: relianceOf(value),
  } as const;
}

/**
 * The core indicators with their scores; one that does not apply is left out, an unknown one is not. The broader one
 * stays out of every sum: it cannot make up for anything (IND-5).
 */
function scoresOf(
  indicators: readonly Indicator[],
  ratings: readonly VersionView[],
  agreed: readonly VersionView[],
) {
  return indicators.flatMap(({ id, block }) => {
    if (block !== 'core') return [];
    const own = ratings.map(({ body }) => body as unknown as Rating).filter((one) => one.indicator === id);
    const settled = agreed
      .map(({ body }) => body as unknown as BodyOf<'reconciliation'>)
      .filter((one) => one.indicator === id);
    const score = scoreOf(own, settled.length === 1 ? settled[0] : undefined);
    return score === undefined || (own.length === 0 && settled.length === 0) ? [] : [{ id, score }];
  });
}

type Rated = {
  /** Those of the pack and of the case, in order. */
  readonly indicators: readonly Indicator[];
  readonly ratings: readonly VersionView[];
  /** Reconciliations. */
  readonly agreed: readonly VersionView[];
  readonly references: readonly VersionView[];
};
type Settings = {
  /** Ranges of weights by indicator; absent: from 0 to 1. */
  readonly weights: Readonly<Record<string, WeightRange>>;
  readonly cut: number;
  readonly draws: number;
  readonly seed: number;
};

/**
 * How far raters agree, and what an aggregation of the profile would say under every weighting within the ranges: the
 * tool's own construct, which no gate reads (AMB-01). The same seed gives the same answer, whoever lists the records.
 */
export function robustnessOf(
  { indicators, ...said }: Rated,
  { weights, cut, draws, seed }: Settings,
): Robustness {
  const [ratings, agreed, references] = [said.ratings, said.agreed, said.references].map(inOneOrder) as [
    VersionView[],
    VersionView[],
    VersionView[],
  ];
  const scored = scoresOf(indicators, ratings, agreed);
  const profiles = references.map(({ body }) => body as unknown as BodyOf<'referenceProfile'>);
  const agreement = agreementOf(indicators, ratings, seed);
  const ranges = scored.map(({ id }) => weights[id] ?? ANY);
  if (scored.length === 0 || !feasible(ranges))
    return { agreement, study: null, ranking: [], tooTight: scored.length > 0 };
  const idAt = (place: number): string => scored[place]?.id ?? '';
  try {
    const scores = scored.map(({ score }) => score);
    const study = studyProfile({ scores, weights: ranges, cut, draws, seed });
    const own: Score[][] = [scores];
    const others = profiles.map(({ levels }) =>
      scored.map(({ id }): Score => (levels[id] === undefined ? null : exactly(levels[id]))),
    );
    const ranked =
      profiles.length === 0
        ? undefined
        : smaa({
            criteria: scored.map(() => LEVELS),
            scores: [...own, ...others],
            weights: { ranges },
            draws,
            seed,
          });
    return {
      agreement,
      study: {
        indicators: scored.map(({ id }) => id),
        unknown: scored.filter(({ score }) => score === null).map(({ id }) => id),
        sum: study.sum ?? { min: 0, max: 1 },
        base: study.base,
        tornado: study.tornado.map(({ criterion, low, high }) => ({
          indicator: idAt(criterion),
          low,
          high,
        })),
        classes: [...study.classes],
        likely: study.likely,
        flips: study.flips.map(({ criterion, ...flip }) => ({ indicator: idAt(criterion), ...flip })),
        national: study.national,
        error: 1.96 * Math.sqrt(0.25 / draws),
      },
      ranking: (ranked?.ranks ?? []).map((ranks, o) => ({
        name: o === 0 ? '' : (profiles[o - 1]?.name ?? ''),
        own: o === 0,
        ranks: [...ranks],
        confidence: ranked?.confidence[o] ?? null,
      })),
      tooTight: false,
    };
  } catch (failure) {
    if (!(failure instanceof WeightsTooTight)) throw failure;
    return { agreement, study: null, ranking: [], tooTight: true };
  }
}
