import type { RecordId } from '../../model/ids.ts';
import { checkValue } from '../../model/properties.ts';
import type { Value } from '../../model/value.ts';
import { short } from '../made.ts';
import type { UnspecifiedReason } from './codes.ts';
import { claimOf, keptOf, type Reading } from './made.ts';
import type { Address, Identifier, Unspecified } from './schema-parts.ts';

/** Longest name of a party. */
export const NAME_LIMIT = 400;
/** Longest reason of a missing value. */
export const REASON_LIMIT = 400;

/** Reasons by which somebody keeps a party from us; the others are plain ignorance. */
const KEPT_FROM_US: readonly UnspecifiedReason[] = [
  'interestedPartyHasNotProvidedInformation',
  'subjectExemptFromDisclosure',
  'interestedPartyExemptFromDisclosure',
];

/** Why a party is not named, as a missing value with the code and words of the statement as its reason. */
export function missingOf({ reason, description = '' }: Unspecified): Value {
  const kind = KEPT_FROM_US.includes(reason) ? 'undisclosed' : 'unknown';
  return {
    kind,
    reason: short(description.trim() === '' ? reason : `${reason}: ${description.trim()}`, REASON_LIMIT),
  };
}

/** The first name that says something. */
export const nameOf = (names: readonly (string | undefined)[], last: string): string =>
  short(names.find((name) => name !== undefined && name.trim() !== '')?.trim() ?? last, NAME_LIMIT);

/** A party without a name goes by the words in the place of one, its first number, or its record id. */
export const nameless = (unspecified: Unspecified | undefined, identifiers: readonly Identifier[] = []) => [
  unspecified?.description,
  unspecified?.reason,
  ...identifiers.map(({ id, scheme, schemeName }) => id && `${scheme ?? schemeName} ${id}`),
];

/** A party that claims are about. */
export type Subject = { readonly record: RecordId; readonly type: 'company' | 'person' | 'publicBody' };

/** The property under which an identifier is kept, with the value; undefined when it fits none. */
function numberOf(type: Subject['type'], { id, scheme, schemeName }: Identifier) {
  if (id === undefined || type === 'person') return undefined;
  const own = scheme === 'NL-KVK' ? 'kvk' : scheme === 'XI-LEI' ? 'lei' : undefined;
  const value = (code: string): Value => ({ kind: 'code', code });
  if (own !== undefined) {
    const checked = checkValue(own, value(id));
    if (checked.ok) return { property: own, value: checked.value };
  }
  const code = `${scheme ?? schemeName}:${id}`;
  return code.trim().length > 80 ? undefined : { property: 'foreignRegistration', value: value(code.trim()) };
}

/** Claims of the numbers under which registers know a party. */
export const identifierClaims = (
  reading: Reading,
  { record, type }: Subject,
  identifiers: readonly Identifier[] = [],
) =>
  identifiers.map((identifier, at) => {
    const path = `recordDetails.identifiers[${at}]`;
    const number = numberOf(type, identifier);
    return number === undefined
      ? keptOf(reading, record, 'description', path, identifier)
      : claimOf(reading, { subject: record, ...number, path, fragment: identifier });
  });

const addressText = ({ address = '', postCode = '', country }: Address): string => {
  const parts = [address.trim()];
  for (const part of [postCode.trim(), country?.name.trim() ?? ''])
    if (part !== '' && !address.includes(part)) parts.push(part);
  return parts.filter((part) => part !== '').join(', ');
};

/** A company has one address of its own, the registered one before any other; the rest is kept as it stands. */
export function addressClaims(
  reading: Reading,
  { record, type }: Subject,
  addresses: readonly Address[] = [],
) {
  const first = addresses.findIndex((one) => one.type === 'registered');
  const chosen = type === 'company' ? Math.max(first, 0) : -1;
  return addresses.map((address, at) => {
    const path = `recordDetails.addresses[${at}]`;
    const text = addressText(address);
    if (at !== chosen || text === '') return keptOf(reading, record, 'description', path, address);
    return claimOf(reading, {
      subject: record,
      property: 'address',
      value: { kind: 'text', text: short(text, 20_000) },
      path,
      fragment: address,
    });
  });
}

/** Members of a statement that no property of ours says, kept word for word. */
export const keptMembers = (reading: Reading, subject: RecordId, details: object, names: readonly string[]) =>
  names.map((name) =>
    keptOf(
      reading,
      subject,
      'description',
      `recordDetails.${name}`,
      (details as Readonly<Record<string, unknown>>)[name],
    ),
  );

const FRAME_KEPT = ['annotations', 'declaration'] as const;

/** Parts of any statement that no property says: annotations, the declaration, and that its record is closed. */
export const frameClaims = (
  reading: Reading,
  subject: RecordId,
  property: 'description' | 'relationNote',
) => [
  ...FRAME_KEPT.map((name) => keptOf(reading, subject, property, name, reading.raw[name])),
  reading.statement.recordStatus === 'closed'
    ? keptOf(reading, subject, property, 'recordStatus', 'closed')
    : undefined,
];

/** A claim of words, when there are any. */
export const textClaim = (
  reading: Reading,
  subject: RecordId,
  property: string,
  path: string,
  text: string | undefined,
) =>
  text === undefined || text.trim() === ''
    ? undefined
    : claimOf(reading, {
        subject,
        property,
        value: { kind: 'text', text: short(text.trim(), 20_000) },
        path,
        fragment: text,
      });

/** A claim of a date, when there is one. */
export const dateClaim = (
  reading: Reading,
  subject: RecordId,
  property: string,
  path: string,
  date: string | undefined,
) =>
  date === undefined
    ? undefined
    : claimOf(reading, { subject, property, value: { kind: 'date', date }, path, fragment: date });

/** The claim why a party is not named. */
export const unspecifiedClaim = (
  reading: Reading,
  subject: RecordId,
  path: string,
  why: Unspecified | undefined,
) =>
  why === undefined
    ? undefined
    : claimOf(reading, { subject, property: 'description', value: missingOf(why), path, fragment: why });
