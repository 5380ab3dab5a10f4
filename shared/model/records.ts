import { z } from 'zod';
import { Day, PartialDate } from './dates.ts';
import { Certainty, Credibility, Reliability } from './grade.ts';
import { ContentHash, RecordId } from './ids.ts';
import { Tlp } from './marking.ts';
import { LongText, MAX_TEXT, ShortText, Value } from './value.ts';
import {
  CASE_STATUSES,
  CONFIDENCES,
  DEPARTMENTS,
  ORGANISATION_FORMS,
  Outcome,
  PUBLIC_BODY_LEVELS,
  RELATION_KINDS,
  SOURCE_KINDS,
  TRIGGERS,
} from './vocabulary.ts';

const named = { name: ShortText, note: LongText.optional() };
const validity = { validFrom: PartialDate.optional(), validTo: PartialDate.optional() };
const evidence = z.array(RecordId).max(200).default([]);

const level = z.int().min(1).max(5);

/**
 * Every typed thing of a case, by type. Bodies hold what identifies a thing; what is said of it is in claims.
 * `indexed` names the members by which the store must find records fast.
 */
export const RECORDS = {
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
  },
  company: {
    body: z.strictObject({
      ...named,
      form: z.enum(ORGANISATION_FORMS),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    }),
    indexed: [],
  },
  person: { body: z.strictObject({ ...named }), indexed: [] },
  publicBody: {
    body: z.strictObject({
      ...named,
      level: z.enum(PUBLIC_BODY_LEVELS),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    }),
    indexed: [],
  },
  technology: { body: z.strictObject({ ...named }), indexed: [] },
  process: { body: z.strictObject({ ...named, vital: z.boolean() }), indexed: [] },
  site: {
    body: z.strictObject({
      ...named,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      place: z.string().trim().max(200).optional(),
    }),
    indexed: [],
  },
  product: { body: z.strictObject({ ...named }), indexed: [] },
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
      basis: evidence,
      note: LongText.optional(),
      ...validity,
    }),
    indexed: ['subject', 'source'],
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
  },
  verdict: {
    body: z.strictObject({
      /** Id of the leaf in the framework pack, for example CON-1. */
      leaf: z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/),
      outcome: Outcome,
      argument: LongText,
      confidence: z.enum(CONFIDENCES).optional(),
      evidence,
    }),
    indexed: ['leaf'],
  },
  rating: {
    body: z
      .strictObject({
        indicator: z.string().regex(/^[A-Z][A-Za-z0-9-]{1,30}$/),
        /** Author key of the rater: each rater has a rating of their own. */
        rater: z.string().regex(/^[0-9a-f]{64}$/),
        /** Level on the indicator's scale of 1 to 5, or a reason why there is none. */
        level: z.union([level, z.enum(['unknown', 'notApplicable'])]),
        low: level.optional(),
        high: level.optional(),
        horizon: z.enum(['short', 'medium', 'long']).optional(),
        argument: LongText,
        /** What would change the rating. */
        wouldChange: LongText.optional(),
        evidence,
      })
      .refine(
        (r) =>
          typeof r.level !== 'number' || ((r.low ?? r.level) <= r.level && r.level <= (r.high ?? r.level)),
        { error: 'levelOutsideRange' },
      ),
    indexed: ['indicator'],
  },
  note: {
    body: z.strictObject({
      about: RecordId.optional(),
      title: ShortText.optional(),
      text: z.string().trim().min(1).max(MAX_TEXT),
    }),
    indexed: ['about'],
  },
  /** In the vault's own log: somebody whose bundles we accept or whom we send bundles to. */
  contact: {
    body: z.strictObject({
      name: ShortText,
      department: ShortText,
      /** The signed contact card as received, text. */
      card: z.string().max(20_000),
      signingKey: z.string().regex(/^[0-9a-f]{64}$/),
      trusted: z.boolean(),
      note: LongText.optional(),
    }),
    indexed: ['signingKey'],
  },
} as const satisfies Record<string, { body: z.ZodType; indexed: readonly string[] }>;

export type RecordType = keyof typeof RECORDS;
export const RECORD_TYPES = Object.keys(RECORDS) as readonly RecordType[];
export const RecordTypeName = z.enum(RECORD_TYPES as [RecordType, ...RecordType[]]);
export type BodyOf<T extends RecordType> = z.infer<(typeof RECORDS)[T]['body']>;

/** Things that facts can be about and relations can join. */
export const ENTITY_TYPES = [
  'company',
  'person',
  'publicBody',
  'technology',
  'process',
  'site',
  'product',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(RECORDS, type);
