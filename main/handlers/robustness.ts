import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { withOwnIndicators } from '#shared/framework/own-indicators.ts';
import type { Indicator } from '#shared/framework/pack.ts';
import { seeded } from '#shared/graph/random.ts';
import type { VersionView } from '#shared/ipc/common.ts';
import type { robustnessContract } from '#shared/ipc/robustness.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { alpha, alphaInterval, disagreements, relianceOf, type Unit } from '#shared/scoring/agreement.ts';
import { scoreOf } from '#shared/scoring/profile-scores.ts';
import { LEVELS, studyProfile } from '#shared/scoring/profile-study.ts';
import { exactly, type Score } from '#shared/scoring/score.ts';
import { smaa } from '#shared/scoring/smaa.ts';
import { feasible, type WeightRange } from '#shared/scoring/weighted-sum.ts';
import { WeightsTooTight } from '#shared/scoring/weights.ts';
import type { HandlersOf } from '../context.ts';
import { ownIndicators } from './assessment.ts';

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

export const robustness: HandlersOf<typeof robustnessContract> = {
  'robustness.get': ({ db }, { logId, at, weights, cut, draws, seed }) => {
    if (liveOf(db, logId, caseRecordId(logId), at).length === 0) return fail('notFound');
    const ratings = liveOfTypes(db, logId, ['rating'], at);
    const { indicators } = withOwnIndicators(BEV_2023, ownIndicators(db, logId, at));
    const scored = scoresOf(indicators, ratings, liveOfTypes(db, logId, ['reconciliation'], at));
    const references = liveOfTypes(db, logId, ['referenceProfile'], at).map(
      ({ body }) => body as unknown as BodyOf<'referenceProfile'>,
    );
    const agreement = agreementOf(indicators, ratings, seed);
    const ranges = scored.map(({ id }) => weights[id] ?? ANY);
    if (scored.length === 0 || !feasible(ranges))
      return ok({ agreement, study: null, ranking: [], tooTight: scored.length > 0 });
    const idAt = (place: number): string => scored[place]?.id ?? '';
    try {
      const scores = scored.map(({ score }) => score);
      const study = studyProfile({ scores, weights: ranges, cut, draws, seed });
      const own: Score[][] = [scores];
      const others = references.map(({ levels }) =>
        scored.map(({ id }): Score => (levels[id] === undefined ? null : exactly(levels[id]))),
      );
      const ranked =
        references.length === 0
          ? undefined
          : smaa({
              criteria: scored.map(() => LEVELS),
              scores: [...own, ...others],
              weights: { ranges },
              draws,
              seed,
            });
      return ok({
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
          name: o === 0 ? '' : (references[o - 1]?.name ?? ''),
          own: o === 0,
          ranks: [...ranks],
          confidence: ranked?.confidence[o] ?? null,
        })),
        tooTight: false,
      });
    } catch (failure) {
      if (!(failure instanceof WeightsTooTight)) throw failure;
      return ok({ agreement, study: null, ranking: [], tooTight: true });
    }
  },
};
