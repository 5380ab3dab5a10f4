import { z } from 'zod';
import { RecordId } from '../../model/ids.ts';
import { Days, Gaps, Ids, Verdict } from './parts.ts';

/** `Hit` of shared/chain: days from the stop; `to` null means that it may go on. */
export const HitView = z.object({
  node: RecordId,
  verdict: Verdict,
  from: z.number(),
  to: z.number().nullable(),
  proof: Ids,
});

const shared = { verdict: Verdict, relations: Ids, gaps: Gaps, falls: Ids };
/** `Finding` of shared/chain. */
export const ChainFinding = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('processHit'),
    ...shared,
    node: RecordId,
    process: RecordId,
    from: z.number(),
    to: z.number().nullable(),
    via: Ids,
    noSecond: Ids,
  }),
  z.object({
    code: z.literal('sharedRoot'),
    ...shared,
    node: RecordId,
    customer: RecordId,
    input: z.string(),
    sources: Ids,
    processes: Ids,
    from: z.number().nullable(),
    sure: z.boolean(),
  }),
  z.object({
    code: z.literal('hiddenPoint'),
    ...shared,
    node: RecordId,
    processes: Ids,
    from: z.number(),
    to: z.number().nullable(),
    degree: z.int(),
    degreeRank: z.int(),
    of: z.int(),
  }),
  z.object({
    code: z.literal('stockGap'),
    ...shared,
    node: RecordId,
    input: z.string(),
    sources: Ids,
    survive: Days,
    replace: Days,
  }),
]);

/** `SinglePoint` of shared/chain. */
export const SinglePoint = z.object({
  node: RecordId,
  verdict: Verdict,
  hits: z.array(HitView).readonly(),
  degree: z.int(),
  degreeRank: z.int(),
  direct: z.boolean(),
});
