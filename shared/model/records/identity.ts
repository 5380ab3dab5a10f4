import { z } from 'zod';
import { RecordId } from '../ids.ts';
import { LongText } from '../value.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

/** What a person decided about records that look alike. */
export const SAME_DECISIONS = ['same', 'different'] as const;
export const SameDecision = z.enum(SAME_DECISIONS);
export type SameDecision = z.infer<typeof SameDecision>;

/**
 * Whether records stand for one party (users.md 18; peers' pain 3). Always somebody's decision, never the tool's, and
 * never a change of the records themselves: withdrawing it parts them again.
 */
export const IDENTITY_RECORDS = {
  identity: {
    body: z
      .strictObject({
        records: z.array(RecordId).min(2).max(50),
        decision: SameDecision,
        /** The record whose name the group goes by. */
        named: RecordId.optional(),
        reason: LongText,
        evidence: recordIds,
      })
      .refine(({ records }) => new Set(records).size === records.length, { error: 'sameRecordTwice' })
      .refine(({ records, named }) => named === undefined || records.includes(named), {
        error: 'nameOfAnother',
      }),
    indexed: [],
    refs: ['records', 'evidence'],
  },
} as const satisfies RecordDefinitions;
