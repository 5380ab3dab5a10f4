import { z } from 'zod';
import { GAP_KINDS } from '../../chain/gaps.ts';
import { RecordId } from '../../model/ids.ts';

export const Ids = z.array(RecordId).readonly();
export const Ternary = z.enum(['yes', 'no', 'unknown']);
export const Verdict = z.enum(['certain', 'possible']);
export const Amount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), value: z.number() }),
  z.object({ kind: z.literal('range'), min: z.number(), max: z.number().nullable() }),
  z.object({
    kind: z.literal('unknown'),
    why: z.enum(['notRecorded', 'unknown', 'undisclosed', 'notApplicable']),
  }),
]);

export const Gaps = z.array(z.object({ relation: RecordId, kind: z.enum(GAP_KINDS) })).readonly();
export const Days = z.object({ min: z.number(), max: z.number().nullable() });
export const Ends = z.object({ min: z.number(), max: z.number() });
