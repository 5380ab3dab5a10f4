import { z } from 'zod';
import { Day } from '../dates.ts';
import { ChangeId } from '../ids.ts';
import { LongText, ShortText } from '../value.ts';
import type { RecordDefinitions } from './definition.ts';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** A risk assessment as it was signed off, so that anybody can make it again and find the same (RA-1, REP-4). */
export const FREEZE_RECORDS = {
  freeze: {
    body: z.strictObject({
      title: ShortText,
      note: LongText.optional(),
      /** The day whose laws and facts count. */
      day: Day,
      /** The changes that were known, without those before them: they are the data. */
      heads: z.array(ChangeId).min(1).max(1_000),
      /** Digest of what was live, and of what followed from it. */
      state: Digest,
      result: Digest,
      packs: z.array(z.strictObject({ id: z.string().max(60), version: z.string().max(20), digest: Digest })),
      /** What stood in the way and was overruled, with the reason. */
      overruled: z.array(z.string().max(40)).max(20).default([]),
      reason: LongText.optional(),
    }),
    indexed: [],
    refs: [],
  },
} as const satisfies RecordDefinitions;
