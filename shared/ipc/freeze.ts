import { z } from 'zod';
import { BLOCKERS } from '../freeze/ready.ts';
import { Day, Instant } from '../model/dates.ts';
import { RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { LongText, ShortText } from '../model/value.ts';
import { inCase } from './common.ts';
import { command, query } from './contract.ts';

const Drift = z.object({ of: z.string(), was: z.string().nullable(), is: z.string().nullable() });

export const FrozenView = z.object({
  record: RecordId,
  title: z.string(),
  note: z.string().optional(),
  day: Day,
  author: z.string(),
  time: Instant,
  marking: Marking,
  overruled: z.array(z.string()),
  reason: z.string().optional(),
  /** Packs that it was made with; digests of what was live and of what followed. */
  packs: z.array(z.object({ id: z.string(), version: z.string(), digest: z.string() })),
  state: z.string(),
  result: z.string(),
  /**
   * `same`: made again here, with the same digests. `differs`: it does not come out the same. `otherPacks`: this app
   * has other packs, so that it cannot be made again here. `incomplete`: changes or bodies of it are not known here.
   */
  check: z.enum(['same', 'differs', 'otherPacks', 'incomplete']),
  /** What has become different since: outcomes, and how many records of each type. */
  drift: z.array(Drift),
  changed: z.array(z.object({ type: z.string(), count: z.int() })),
});
export type FrozenView = z.infer<typeof FrozenView>;

export const freezeContract = {
  'freeze.list': query(
    inCase,
    z.object({
      blockers: z.array(z.object({ code: z.enum(BLOCKERS), items: z.array(z.string()), hard: z.boolean() })),
      frozen: z.array(FrozenView),
    }),
  ),
  /** Freezes what is known now. Refused as `notReady` while something stands in the way that is not overruled. */
  'freeze.make': command(
    inCase.extend({
      title: ShortText,
      note: LongText.optional(),
      day: Day,
      /** Why what stands in the way may be passed by; never for an empty rung. */
      reason: LongText.optional(),
      marking: Marking,
    }),
    z.object({ record: RecordId, result: z.string() }),
  ),
} as const;
