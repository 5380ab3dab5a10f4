import { fail, ok, type Result } from '../result.ts';
import { IDENTIFIER_CHECKS, IDENTIFIER_CODES, type IdentifierCode } from './identifiers.ts';
import { ACTIVITIES, IDENTITY, PEOPLE, SITES } from './properties/company.ts';
import { INFLUENCE, OWNERSHIP, RELATION } from './properties/ownership.ts';
import { FINANCE, LEGAL_STATUS, VITAL_PROCESSES } from './properties/position.ts';
import type { Property, SubjectKind } from './properties/property.ts';
import { CONTRACTS, SUPPLY } from './properties/supply.ts';
import { KNOWLEDGE, RESEARCH, TECHNOLOGIES } from './properties/technology.ts';
import { isMissing, type Value } from './value.ts';

export {
  type Bilingual,
  type Property,
  type RelationKind,
  SECTIONS,
  type Section,
  type SubjectKind,
} from './properties/property.ts';

/** The catalogue: everything that a claim can say, in reading order. Released ids never change their meaning. */
export const PROPERTIES: readonly Property[] = [
  ...IDENTITY,
  ...ACTIVITIES,
  ...PEOPLE,
  ...TECHNOLOGIES,
  ...VITAL_PROCESSES,
  ...SITES,
  ...CONTRACTS,
  ...RESEARCH,
  ...FINANCE,
  ...KNOWLEDGE,
  ...LEGAL_STATUS,
  ...RELATION,
  ...OWNERSHIP,
  ...SUPPLY,
  ...INFLUENCE,
];

const byId = new Map(PROPERTIES.map((property) => [property.id, property]));

/** The property of that id, or undefined: a newer app may know properties that this one does not. */
export const propertyOf = (id: string): Property | undefined => byId.get(id);

/** Properties that can be said of an entity of this type or a relation of this kind, in reading order. */
export const propertiesFor = (kind: SubjectKind): readonly Property[] =>
  PROPERTIES.filter((property) => property.subjects.includes(kind));

/** Whether the property can be said of this type of entity or kind of relation; false for an unknown property. */
export const appliesTo = (id: string, kind: SubjectKind): boolean =>
  byId.get(id)?.subjects.includes(kind) ?? false;

/** Why a value is refused for a property, besides the reasons of the identifier checks. */
export const VALUE_CODES = [
  'propertyUnknown',
  'valueKind',
  'valueUnit',
  'valueTooSmall',
  'valueTooLarge',
  'valueNotInList',
  ...IDENTIFIER_CODES,
] as const;
export type ValueCode = (typeof VALUE_CODES)[number] | IdentifierCode;

/**
 * Whether a value may be said under a property; gives it back, an identifier in its normal spelling. A missing value
 * (unknown, undisclosed, not applicable) may be said of everything. Params name what was expected, never the value.
 */
export function checkValue(propertyId: string, value: Value): Result<Value, ValueCode> {
  const property = byId.get(propertyId);
  if (property === undefined) return fail('propertyUnknown', { property: propertyId });
  if (isMissing(value)) return ok(value);
  if (!property.values.some((kind) => kind === value.kind)) {
    return fail('valueKind', {
      property: propertyId,
      expected: property.values.join(', '),
      found: value.kind,
    });
  }
  if (value.kind === 'number' || value.kind === 'range') return checkNumber(property, value);
  return value.kind === 'code' ? checkCode(property, value) : ok(value);
}

function checkNumber(
  property: Property,
  value: Extract<Value, { kind: 'number' | 'range' }>,
): Result<Value, ValueCode> {
  if (property.units !== undefined && !property.units.includes(value.unit)) {
    return fail('valueUnit', {
      property: property.id,
      expected: property.units.join(', '),
      found: value.unit,
    });
  }
  const numbers = value.kind === 'number' ? [value.number] : [value.min, value.max];
  for (const number of numbers) {
    if (number === undefined) continue;
    if (property.min !== undefined && number < property.min) {
      return fail('valueTooSmall', { property: property.id, limit: property.min });
    }
    if (property.max !== undefined && number > property.max) {
      return fail('valueTooLarge', { property: property.id, limit: property.max });
    }
  }
  return ok(value);
}

function checkCode(property: Property, value: Extract<Value, { kind: 'code' }>): Result<Value, ValueCode> {
  if (property.codes !== undefined && !property.codes.includes(value.code)) {
    return fail('valueNotInList', { property: property.id, expected: property.codes.join(', ') });
  }
  if (property.check === undefined) return ok(value);
  const checked = IDENTIFIER_CHECKS[property.check](value.code);
  return checked.ok ? ok({ kind: 'code', code: checked.value }) : checked;
}
