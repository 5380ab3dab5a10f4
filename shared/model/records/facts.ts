import { z } from 'zod';
import { Day, PartialDate } from '../dates.ts';
import { Certainty, Credibility, Reliability } from '../grade.ts';
import { ContentHash, RecordId } from '../ids.ts';
import { Tlp } from '../marking.ts';
import { LongText, MAX_TEXT, ShortText, Value } from '../value.ts';
import { RELATION_KINDS, SOURCE_KINDS } from '../vocabulary.ts';
import { type RecordDefinitions, recordIds } from './definition.ts';

const validity = { validFrom: PartialDate.optional(), validTo: PartialDate.optional() };

/** What is said of the things of a case, and where that comes from. */
export const FACT_RECORDS = {
  relation: {
    body: z
      .strictObject({
        kind: z.enum(RELATION_KINDS),
        from: RecordId,
        to: RecordId,
        label: z.string().trim().max(400).optional(),
        ...validity,
      })
      .refine((r) => r.from !== r.to, { error: 'relationToItself' }),
    indexed: ['from', 'to'],
    refs: ['from', 'to'],
  },
  claim: {
    body: z.strictObject({
      subject: RecordId,
      property: z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/),
      value: Value,
      source: RecordId.optional(),
      /** Words of the source itself and where they stand. */
      quote: z.string().max(4_000).optional(),
      page: z.string().trim().max(60).optional(),
      reliability: Reliability,
      credibility: Credibility,
      certainty: Certainty,
      /** Claims that an inferred claim is drawn from. */
      basis: recordIds,
      note: LongText.optional(),
      ...validity,
    }),
    indexed: ['subject', 'source'],
    refs: ['subject', 'source', 'basis'],
  },
  source: {
    body: z.strictObject({
      title: ShortText,
      kind: z.enum(SOURCE_KINDS),
      author: z.string().trim().max(400).optional(),
      publisher: z.string().trim().max(400).optional(),
      published: PartialDate.optional(),
      retrieved: Day.optional(),
      /** Where it was found; printed as text, never opened by the tool. */
      location: z.string().trim().max(2_000).optional(),
      language: z
        .string()
        .regex(/^[a-z]{2}$/)
        .optional(),
      reliability: Reliability,
      tlp: Tlp.optional(),
      note: LongText.optional(),
    }),
    indexed: [],
    refs: [],
  },
  attachment: {
    body: z.strictObject({
      name: ShortText,
      mime: z
        .string()
        .regex(/^[\w.+-]+\/[\w.+-]+$/)
        .max(120),
      size: z.int().nonnegative(),
      hash: ContentHash,
      source: RecordId.optional(),
      note: LongText.optional(),
    }),
    indexed: ['source', 'hash'],
    refs: ['source'],
  },
  note: {
    body: z.strictObject({
      about: RecordId.optional(),
      title: ShortText.optional(),
      text: z.string().trim().min(1).max(MAX_TEXT),
    }),
    indexed: ['about'],
    refs: ['about'],
  },
} as const satisfies RecordDefinitions;
