import { useMemo } from 'react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { Assessment } from '#shared/framework/evaluate.ts';
import { assessJudged } from '#shared/framework/judged.ts';
import { withOwnIndicators } from '#shared/framework/own-indicators.ts';
import type { Indicator } from '#shared/framework/pack.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

export type Judged = Given<'assessment.get'>;
export type Verdict = Judged['verdicts'][number];
export type Rating = Judged['ratings'][number];
export type Version = Verdict['versions'][number];

/** Bodies come through the store's own schemas; here they get their type back. */
export const verdictOf = (version: Version): BodyOf<'verdict'> => version.body as BodyOf<'verdict'>;
export const ratingOf = (version: Version): BodyOf<'rating'> => version.body as BodyOf<'rating'>;

export type Assessed = {
  readonly judged: Judged;
  readonly assessment: Assessment;
  /** The pack's indicators with those of the case. */
  readonly indicators: readonly Indicator[];
  readonly verdictOn: (leaf: string) => Verdict | undefined;
};

/** What people judged in the open case, and what follows from it by the framework's own evaluation. */
export const useAssessment = () => {
  const { logId, at } = useCase();
  const query = useQueryCall('assessment.get', { logId, at }, { keep: true });
  const { data } = query;
  const assessed = useMemo<Assessed | null>(() => {
    if (data === undefined) return null;
    const byLeaf = new Map(data.verdicts.map((verdict) => [verdict.leaf, verdict]));
    return {
      judged: data,
      assessment: assessJudged(data),
      indicators: withOwnIndicators(BEV_2023, data.ownIndicators).indicators,
      verdictOn: (leaf) => byLeaf.get(leaf),
    };
  }, [data]);
  return { query, assessed };
};
