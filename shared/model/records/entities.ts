import { z } from 'zod';
import { LongText, ShortText } from '../value.ts';
import { ORGANISATION_FORMS, PUBLIC_BODY_LEVELS } from '../vocabulary.ts';
import type { RecordDefinitions } from './definition.ts';

const named = { name: ShortText, note: LongText.optional() };

const Country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .optional();

/** Schemas of the things that facts can be about and relations can join. */
export const ENTITY_RECORDS = {
  company: {
    body: z.strictObject({
      ...named,
      form: z.enum(ORGANISATION_FORMS),
      country: Country,
    }),
    indexed: [],
    refs: [],
  },
  person: { body: z.strictObject({ ...named }), indexed: [], refs: [] },
  publicBody: {
    body: z.strictObject({
      ...named,
      level: z.enum(PUBLIC_BODY_LEVELS),
      country: Country,
    }),
    indexed: [],
    refs: [],
  },
  technology: { body: z.strictObject({ ...named }), indexed: [], refs: [] },
  process: { body: z.strictObject({ ...named, vital: z.boolean() }), indexed: [], refs: [] },
  site: {
    body: z.strictObject({
      ...named,
      country: Country,
      place: z.string().trim().max(200).optional(),
    }),
    indexed: [],
    refs: [],
  },
  product: { body: z.strictObject({ ...named }), indexed: [], refs: [] },
} as const satisfies RecordDefinitions;

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
