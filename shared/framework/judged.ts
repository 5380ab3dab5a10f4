import type { assessmentContract } from '../ipc/assessment.ts';
import type { OutputOf } from '../ipc/contract.ts';
import type { BodyOf } from '../model/records.ts';
import { TRIGGERS } from '../model/vocabulary.ts';
import { BEV_2023 } from './bev2023.ts';
import { type Assessment, evaluate } from './evaluate.ts';
import type { AssessmentInputs } from './inputs.ts';
import { withOwnIndicators } from './own-indicators.ts';
import type { Pack } from './pack.ts';

/** What people judged, as `assessment.get` answers it. */
export type Judged = OutputOf<(typeof assessmentContract)['assessment.get']>;

/** The framework's inputs out of what people judged. A verdict in conflict goes in with its number of versions. */
const inputsOf = (judged: Judged): AssessmentInputs => ({
  trigger: TRIGGERS.find((trigger) => trigger === judged.trigger) ?? 'signal',
  verdicts: judged.verdicts.flatMap(({ leaf, versions, unsourcedEvidence }) =>
    versions.slice(0, 1).map(({ body }) => {
      const { outcome, argument, evidence } = body as BodyOf<'verdict'>;
      return {
        leaf,
        outcome,
        argument,
        evidence: evidence.length,
        versions: versions.length,
        unsourcedEvidence,
      };
    }),
  ),
  ratings: judged.ratings.flatMap(({ indicator, versions }) =>
    versions.map(({ body }) => {
      const { level, low, high } = body as BodyOf<'rating'>;
      return { indicator, level, low, high };
    }),
  ),
});

/** What follows from the judgements under any pack: "what changes for this case under the new one". */
export const assessUnder = (pack: Pack, judged: Judged): Assessment =>
  evaluate(withOwnIndicators(pack, judged.ownIndicators), inputsOf(judged));

/** What follows under the pack that the tool ships: the same on screen, page and command line. */
export const assessJudged = (judged: Judged): Assessment => assessUnder(BEV_2023, judged);
