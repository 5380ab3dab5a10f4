import { z } from 'zod';
import { RecordId } from '../ids.ts';
import { LongText, ShortText } from '../value.ts';
import { CASE_STATUSES, DEPARTMENTS, TRIGGERS } from '../vocabulary.ts';
import type { RecordDefinitions } from './definition.ts';

/** The case itself. */
export const CASE_RECORDS = {
  case: {
    body: z.strictObject({
      title: ShortText,
      reference: z.string().trim().max(60).optional(),
      status: z.enum(CASE_STATUSES),
      leadDepartment: z.enum(DEPARTMENTS),
      trigger: z.enum(TRIGGERS),
      /** What would happen: the deal, the holding, the exit or the blocked round, in words. */
      triggerText: LongText.optional(),
      /** The company the case is about, and the part of it that is assessed (RA-4). */
      company: RecordId.optional(),
      assessedPart: LongText.optional(),
      /** Why this is an extreme case (PUR-04). */
      exceptionality: LongText.optional(),
      archived: z.boolean().default(false),
    }),
    indexed: [],
    refs: ['company'],
  },
} as const satisfies RecordDefinitions;
