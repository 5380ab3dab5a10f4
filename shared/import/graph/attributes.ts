import type { EntityType } from '../../model/records.ts';
import { ORGANISATION_FORMS, PUBLIC_BODY_LEVELS } from '../../model/vocabulary.ts';
import { short } from '../made.ts';
import { parseYesNo } from '../value-cells.ts';
import type { GraphElement } from './elements.ts';
import { plainName } from './words.ts';

/** Attributes of an element by their plain name, each with its name as the file has it. */
export type Attributes = Map<string, readonly [name: string, value: string]>;

/** Names under which tools keep what stands in our records themselves; the first that is there counts. */
export const NAMES = {
  name: ['name', 'naam', 'label', 'title'],
  type: ['type', 'soort'],
  kind: ['kind', 'relation', 'relatie', 'type', 'soort', 'relationship'],
  country: ['country', 'land', 'countrycode', 'landcode'],
  from: ['validfrom', 'startdate', 'start', 'van'],
  to: ['validto', 'enddate', 'end', 'tot'],
  form: ['form', 'vorm'],
  level: ['level', 'niveau'],
  place: ['place', 'plaats', 'city'],
  vital: ['vital', 'vitaal'],
  marking: ['marking', 'rubricering'],
  label: ['label', 'name', 'naam'],
} as const;

export function attributesOf({ attributes }: GraphElement): Attributes {
  const found: Attributes = new Map();
  for (const [name, value] of attributes) {
    const plain = plainName(name);
    // Two names that differ in spelling alone are both kept; the first goes by the plain name.
    found.set(found.has(plain) ? `${plain} ${name}` : plain, [name, value]);
  }
  return found;
}

/** The value under the first of some names that holds; it is taken out, so that it is not told twice. */
export function take<T>(
  attributes: Attributes,
  names: readonly string[],
  read: (value: string) => T | undefined,
) {
  for (const name of names) {
    const found = attributes.get(name);
    const value = found && read(found[1].trim());
    if (value === undefined || value === '') continue;
    attributes.delete(name);
    return value;
  }
  return undefined;
}

export const word = (limit: number) => (value: string) => (value === '' ? undefined : short(value, limit));
const oneOf =
  <T extends string>(list: readonly T[]) =>
  (value: string): T | undefined =>
    list.find((one) => one === value);

/** What the body of each type has besides a name, out of the attributes. */
export function bodyOf(type: EntityType, attributes: Attributes): Readonly<Record<string, unknown>> {
  const country = ['company', 'publicBody', 'site'].includes(type)
    ? take(attributes, NAMES.country, (value) =>
        /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : undefined,
      )
    : undefined;
  const place = type === 'site' ? take(attributes, NAMES.place, word(200)) : undefined;
  const located = {
    ...(country === undefined ? {} : { country }),
    ...(place === undefined ? {} : { place }),
  };
  if (type === 'company')
    return { form: take(attributes, NAMES.form, oneOf(ORGANISATION_FORMS)) ?? 'company', ...located };
  if (type === 'publicBody')
    return { level: take(attributes, NAMES.level, oneOf(PUBLIC_BODY_LEVELS)) ?? 'government', ...located };
  if (type === 'process') return { vital: take(attributes, NAMES.vital, parseYesNo) ?? false };
  return located;
}
