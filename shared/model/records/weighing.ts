import { z } from 'zod';
import { LongText } from '../value.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

/**
 * What the letter weighs in every case (PUR-22): the interests to protect, the risks to national security, and how to be
 * resilient to these or act.
 */
export const WEIGHING_PARTS = ['interests', 'risks', 'response'] as const;
export type WeighingPart = (typeof WEIGHING_PARTS)[number];

/** The weighing of a case in the words of its analysts, one record for each part. */
export const WEIGHING_RECORDS = {
  weighing: {
    body: z.strictObject({
      part: z.enum(WEIGHING_PARTS),
      argument: LongText,
      evidence: recordIds,
    }),
    indexed: ['part'],
    refs: ['evidence'],
  },
} as const satisfies RecordDefinitions;
