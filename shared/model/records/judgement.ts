import { z } from 'zod';
import { LongText } from '../value.ts';
import { CONFIDENCES, Outcome } from '../vocabulary.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

const level = z.int().min(1).max(5);

/** What people judge of the facts. */
export const JUDGEMENT_RECORDS = {
  verdict: {
    body: z.strictObject({
      /** Id of the leaf in the framework pack, for example CON-1. */
      leaf: z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/),
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
        indicator: z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/),
        /** Author key of the rater: each rater has a rating of their own. */
        rater: z.string().regex(/^[0-9a-f]{64}$/),
        /** Level on the indicator's scale of 1 to 5, or a reason why there is none. */
        level: z.union([level, z.enum(['unknown', 'notApplicable'])]),
        low: level.optional(),
        high: level.optional(),
        horizon: z.enum(['short', 'medium', 'long']).optional(),
        argument: LongText,
        /** What would change the rating. */
        wouldChange: LongText.optional(),
        evidence: recordIds,
      })
      .refine(
        (r) =>
          typeof r.level !== 'number' || ((r.low ?? r.level) <= r.level && r.level <= (r.high ?? r.level)),
        { error: 'levelOutsideRange' },
      ),
    indexed: ['indicator'],
    refs: ['evidence'],
  },
} as const satisfies RecordDefinitions;
