import { z } from 'zod';
import { LEAF_REASONS } from '../framework/leafState.ts';
import { Day } from '../model/dates.ts';
import { OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { LongText, ShortText } from '../model/value.ts';
import { Atom } from '../rules/condition.ts';
import { inCase, inCaseAt, VersionView } from './common.ts';
import { command, query } from './contract.ts';

const worth = {
  key: z.string(),
  settles: z.array(z.string()),
  touches: z.array(z.string()),
  weight: z.number(),
};
const TaskView = z.object({ record: RecordId, versions: z.array(VersionView) });

export const collectContract = {
  /** The collection plan on a day, each item with its task; and tasks whose item is settled since. */
  'collect.get': query(
    inCaseAt.extend({ day: Day }),
    z.object({
      items: z.array(
        z.intersection(
          z.object({ ...worth, task: TaskView.nullable() }),
          z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('leaf'), leaf: z.string(), reason: z.enum(LEAF_REASONS) }),
            z.object({ kind: z.literal('fact'), atom: Atom }),
            z.object({ kind: z.literal('claim'), claim: RecordId }),
          ]),
        ),
      ),
      settled: z.array(TaskView),
    }),
  ),
  /** Assigns an item, or says that it is done; one task for each item. */
  'collect.assign': command(
    inCase.extend({
      item: z.string().min(1).max(400),
      title: ShortText,
      who: z.string().trim().min(1).max(200),
      due: Day.optional(),
      done: z.boolean(),
      note: LongText.optional(),
      base: z.array(OpDigest).max(100),
      marking: Marking,
    }),
    z.object({ record: RecordId }),
  ),
} as const;
