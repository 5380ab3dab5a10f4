import { z } from 'zod';
import { LongText, ShortText } from '../value.ts';
import { CONFIDENCES, Outcome } from '../vocabulary.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

const level = z.int().min(1).max(5);
/** Level on the indicator's scale of 1 to 5, or a reason why there is none. */
const LevelOrNone = z.union([level, z.enum(['unknown', 'notApplicable'])]);
const LetterId = z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/);
/** Author key of the rater: each rater has a rating of their own. */
const Rater = z.string().regex(/^[0-9a-f]{64}$/);

type Levelled = {
  readonly level: number | string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};
const insideRange = ({ level: own, low, high }: Levelled): boolean =>
  typeof own !== 'number' || ((low ?? own) <= own && own <= (high ?? own));
const OUTSIDE = { error: 'levelOutsideRange' };

/** What people judge of the facts. */
export const JUDGEMENT_RECORDS = {
  verdict: {
    body: z.strictObject({
      /** Id of the leaf in the framework pack, for example CON-1. */
      leaf: LetterId,
      outcome: Outcome,
      argument: LongText,
      confidence: z.enum(CONFIDENCES).optional(),
      evidence: recordIds,
    }),
    indexed: ['leaf'],
    refs: ['evidence'],
  },
  rating: {
    body: z
      .strictObject({
        indicator: LetterId,
        rater: Rater,
        level: LevelOrNone,
        low: level.optional(),
        high: level.optional(),
        horizon: z.enum(['short', 'medium', 'long']).optional(),
        argument: LongText,
        /** What would change the rating. */
        wouldChange: LongText.optional(),
        evidence: recordIds,
      })
      .refine(insideRange, OUTSIDE),
    indexed: ['indicator'],
    refs: ['evidence'],
  },
  /**
   * A rating that was given while names of foreign countries and of the investor's side were hidden (PUR-20). It stands
   * beside the rating and is compared with it; nothing else reads it.
   */
  maskedRating: {
    body: z
      .strictObject({
        indicator: LetterId,
        rater: Rater,
        level: LevelOrNone,
        low: level.optional(),
        high: level.optional(),
        argument: LongText,
        /** Why the open rating has another level; it speaks of that level, and of a later one no more. */
        difference: z
          .strictObject({
            open: LevelOrNone,
            reason: z.string().trim().min(1).max(4_000),
          })
          .optional(),
        evidence: recordIds,
      })
      .refine(insideRange, OUTSIDE),
    indexed: ['indicator'],
    refs: ['evidence'],
  },
  /** What raters agreed on one indicator after rating it apart; who still thinks otherwise keeps the right to say so. */
  reconciliation: {
    body: z
      .strictObject({
        indicator: LetterId,
        level: LevelOrNone,
        low: level.optional(),
        high: level.optional(),
        argument: LongText,
        dissent: z
          .array(
            z.strictObject({
              who: z.string().trim().min(1).max(200),
              text: z.string().trim().min(1).max(4_000),
            }),
          )
          .max(20)
          .default([]),
        evidence: recordIds,
      })
      .refine(insideRange, OUTSIDE),
    indexed: ['indicator'],
    refs: ['evidence'],
  },
  /** An indicator that the analysts of a case added, with the reason (IND-O). */
  indicatorDefinition: {
    body: z.strictObject({
      id: z.string().regex(/^OWN-[A-Za-z0-9-]{1,26}$/),
      block: z.enum(['core', 'broader']),
      title: ShortText,
      question: z.string().trim().min(1).max(1_000),
      reason: z.string().trim().min(1).max(4_000),
      /** What each of the five levels means, lowest first. */
      anchors: z.array(z.string().trim().min(1).max(600)).length(5),
      interests: z.array(z.string().max(60)).max(5).default([]),
    }),
    indexed: [],
    refs: [],
  },
  /** Another case or a worked example by its levels, to hold a profile against: not a norm. */
  referenceProfile: {
    body: z.strictObject({
      name: ShortText,
      note: LongText.optional(),
      levels: z.record(LetterId, level),
    }),
    indexed: [],
    refs: [],
  },
} as const satisfies RecordDefinitions;
