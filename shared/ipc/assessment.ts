import { z } from 'zod';
import { OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { RECORDS } from '../model/records.ts';
import { LongText } from '../model/value.ts';
import { CONFIDENCES, Outcome } from '../model/vocabulary.ts';
import { inCase, inCaseAt, RecordRef, VersionView } from './common.ts';
import { command, query } from './contract.ts';

export const Level = z.int().min(1).max(5);
export const LetterId = z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/);

/** A judgement on one leaf or indicator: its live versions and the records it rests on. */
export const JudgementView = z.object({
  record: RecordId,
  versions: z.array(VersionView),
  evidence: z.array(RecordRef),
});
export type JudgementView = z.infer<typeof JudgementView>;

export const assessmentContract = {
  /**
   * What people judged. The proof tree and the advice follow from it by `evaluate` of `shared/framework`, which the
   * shell runs too, so that screen, CLI and page cannot differ.
   */
  'assessment.get': query(
    inCaseAt,
    z.object({
      pack: z.object({ id: z.string(), version: z.string() }),
      trigger: z.string(),
      verdicts: z.array(JudgementView.extend({ leaf: LetterId, unsourcedEvidence: z.int() })),
      ratings: z.array(
        JudgementView.extend({ indicator: LetterId, rater: z.string(), raterName: z.string() }),
      ),
      /** Indicators that the analysts of the case added (IND-O). */
      ownIndicators: z.array(RECORDS.indicatorDefinition.body),
    }),
  ),
  'assessment.judge': command(
    inCase.extend({
      leaf: LetterId,
      base: z.array(OpDigest).max(100),
      outcome: Outcome,
      argument: LongText,
      confidence: z.enum(CONFIDENCES).optional(),
      evidence: z.array(RecordId).max(200),
      marking: Marking,
    }),
    z.object({ record: RecordId }),
  ),
  'assessment.rate': command(
    inCase.extend({
      indicator: LetterId,
      base: z.array(OpDigest).max(100),
      level: z.union([Level, z.enum(['unknown', 'notApplicable'])]),
      low: Level.optional(),
      high: Level.optional(),
      horizon: z.enum(['short', 'medium', 'long']).optional(),
      argument: LongText,
      wouldChange: LongText.optional(),
      evidence: z.array(RecordId).max(200),
      marking: Marking,
    }),
    z.object({ record: RecordId }),
  ),
} as const;
