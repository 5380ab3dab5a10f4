import { z } from 'zod';
import { Day } from '../dates.ts';
import { LongText, ShortText } from '../value.ts';
import type { RecordDefinitions } from './definition.ts';

/** Who finds out what (the collection plan). */
export const TASK_RECORDS = {
  /** One item of the collection plan, assigned; one task for each item. */
  task: {
    body: z.strictObject({
      /** Key of the item in the plan: what it is about, not its words. */
      item: z.string().min(1).max(400),
      /** The item in words, as it stood when it was assigned. */
      title: ShortText,
      who: z.string().trim().min(1).max(200),
      due: Day.optional(),
      done: z.boolean(),
      note: LongText.optional(),
    }),
    indexed: ['item'],
    refs: [],
  },
} as const satisfies RecordDefinitions;
