import { z } from 'zod';
import { canonicalText } from './canonical.ts';
import { PartialDate } from './dates.ts';
import { RecordId } from './ids.ts';

/** Longest free text of one field, in UTF-16 units. */
export const MAX_TEXT = 20_000;
export const ShortText = z.string().trim().min(1).max(400);
export const LongText = z.string().max(MAX_TEXT);

/** Units that a number may carry; a number without a unit is a count. */
export const UNITS = [
  'percent',
  'eur',
  'usd',
  'fte',
  'count',
  'months',
  'weeks',
  'days',
  'years',
  'tonnes',
  'pieces',
] as const;
export const Unit = z.enum(UNITS);
export type Unit = z.infer<typeof Unit>;

const Finite = z.number().refine(Number.isFinite);

/**
 * What a claim says. Missing is not zero: `unknown` (we do not know), `undisclosed` (somebody keeps it from us) and
 * `notApplicable` are values with a reason of their own. A number may be exact or a closed range with open ends.
 */
export const Value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1).max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('code'), code: z.string().trim().min(1).max(80) }),
  z.strictObject({ kind: z.literal('number'), number: Finite, unit: Unit }),
  z
    .strictObject({ kind: z.literal('range'), min: Finite.optional(), max: Finite.optional(), unit: Unit })
    .refine((r) => r.min !== undefined || r.max !== undefined, { error: 'rangeWithoutBounds' })
    .refine((r) => r.min === undefined || r.max === undefined || r.min <= r.max, { error: 'rangeReversed' }),
  z.strictObject({ kind: z.literal('date'), date: PartialDate }),
  z.strictObject({ kind: z.literal('yesNo'), yes: z.boolean() }),
  z.strictObject({ kind: z.literal('record'), record: RecordId }),
  z.strictObject({ kind: z.literal('unknown'), reason: z.string().max(400).optional() }),
  z.strictObject({ kind: z.literal('undisclosed'), reason: z.string().max(400).optional() }),
  z.strictObject({ kind: z.literal('notApplicable'), reason: z.string().max(400).optional() }),
]);
export type Value = z.infer<typeof Value>;
export type ValueKind = Value['kind'];

/** Two claims say the same when their values are equal to the letter. */
export const sameValue = (a: Value, b: Value): boolean => canonicalText(a) === canonicalText(b);

/** Values that say that a fact is missing. */
export const isMissing = (value: Value): boolean =>
  value.kind === 'unknown' || value.kind === 'undisclosed' || value.kind === 'notApplicable';
