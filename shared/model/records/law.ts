import { z } from 'zod';
import { LawItem } from '../../law/law-item.ts';
import { LongText, ShortText } from '../value.ts';
import { CONFIDENCES, Outcome } from '../vocabulary.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

/** What people answer where the law asks more than facts can tell, and what they know of the law itself. */
export const LAW_RECORDS = {
  /** An answer to a question of a law or an instrument; one for each question of a case. */
  determination: {
    body: z.strictObject({
      question: z.string().regex(/^[a-z][A-Za-z0-9.-]{0,79}$/),
      outcome: Outcome,
      argument: LongText,
      confidence: z.enum(CONFIDENCES).optional(),
      evidence: recordIds,
    }),
    indexed: ['question'],
    refs: ['evidence'],
  },
  /** A law that an analyst added, or corrects: it takes the place of the shipped item with the same id. */
  lawItem: {
    body: z.strictObject({ name: ShortText, item: LawItem, reason: LongText }),
    indexed: [],
    refs: [],
  },
} as const satisfies RecordDefinitions;
