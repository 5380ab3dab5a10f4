import { useMemo } from 'react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { type Assessment, evaluate } from '#shared/framework/evaluate.ts';
import type { AssessmentInputs } from '#shared/framework/inputs.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { TRIGGERS } from '#shared/model/vocabulary.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

export type Judged = Given<'assessment.get'>;
export type Verdict = Judged['verdicts'][number];
export type Rating = Judged['ratings'][number];
export type Version = Verdict['versions'][number];

/** Bodies come through the store's own schemas; here they get their type back. */
export const verdictOf = (version: Version): BodyOf<'verdict'> => version.body as BodyOf<'verdict'>;
export const ratingOf = (version: Version): BodyOf<'rating'> => version.body as BodyOf<'rating'>;

const inputsOf = (judged: Judged): AssessmentInputs => ({
  trigger: TRIGGERS.find((trigger) => trigger === judged.trigger) ?? 'signal',
  verdicts: judged.verdicts.flatMap(({ leaf, versions, unsourcedEvidence }) => {
    const [version] = versions;
    if (version === undefined) return [];
    const { outcome, argument, evidence } = verdictOf(version);
    return [
      { leaf, outcome, argument, evidence: evidence.length, versions: versions.length, unsourcedEvidence },
    ];
  }),
  ratings: judged.ratings.flatMap(({ indicator, versions }) =>
    versions.map((version) => {
      const { level, low, high } = ratingOf(version);
      return { indicator, level, low, high };
    }),
  ),
});

export type Assessed = {
  readonly judged: Judged;
  readonly assessment: Assessment;
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
      assessment: evaluate(BEV_2023, inputsOf(data)),
      verdictOn: (leaf) => byLeaf.get(leaf),
    };
  }, [data]);
  return { query, assessed };
};
