import { z } from 'zod';
import { Day } from '../../model/dates.ts';
import { SOURCE_TYPES, UNSPECIFIED_REASONS } from './codes.ts';

const DATE_TIME = /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** A date, or an instant as RFC 3339 has it. */
export const DateOrTime = z
  .string()
  .refine((text) => Day.safeParse(DATE_TIME.exec(text)?.[1] ?? text).success);

/** An absolute address (RFC 3986): a scheme and no white space. It is kept as text and never opened. */
export const Uri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/);

export const Country = z.object({ name: z.string(), code: z.string().min(2).max(2).optional() });
export const Jurisdiction = z.object({ name: z.string(), code: z.string().min(2).max(6).optional() });

export const Identifier = z
  .object({
    id: z.string().optional(),
    scheme: z.string().optional(),
    schemeName: z.string().optional(),
    uri: Uri.optional(),
  })
  .superRefine(({ scheme, schemeName }, context) => {
    if (scheme === undefined && schemeName === undefined)
      context.addIssue({ code: 'custom', message: 'fieldMissing', path: ['scheme'] });
  });
export type Identifier = z.infer<typeof Identifier>;

/** An address; where it may stand decides which types it may have. */
export const addressOf = (types: readonly [string, ...string[]]) =>
  z.object({
    type: z.enum(types).optional(),
    address: z.string().optional(),
    postCode: z.string().optional(),
    country: Country.optional(),
  });
export type Address = z.infer<ReturnType<typeof addressOf>>;

export const Unspecified = z.object({
  reason: z.enum(UNSPECIFIED_REASONS),
  description: z.string().optional(),
});
export type Unspecified = z.infer<typeof Unspecified>;

export const Source = z.object({
  type: z.array(z.enum(SOURCE_TYPES)).optional(),
  description: z.string().optional(),
  url: Uri.optional(),
  retrievedAt: DateOrTime.optional(),
  assertedBy: z.array(z.object({ name: z.string().optional(), uri: Uri.optional() })).optional(),
});
export type Source = z.infer<typeof Source>;
