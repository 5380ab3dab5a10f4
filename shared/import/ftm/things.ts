import type { RecordId } from '../../model/ids.ts';
import { appliesTo, checkValue } from '../../model/properties.ts';
import type { EntityType } from '../../model/records.ts';
import type { Value } from '../../model/value.ts';
import { type Made, short } from '../made.ts';
import { claimOf, dateOf, firstOf, type Reading, valuesOf } from './reading.ts';

/** What a schema of the model is to us; a schema that is not here makes no thing. */
export const THINGS: Readonly<Record<string, { readonly type: EntityType; readonly body?: object }>> = {
  LegalEntity: { type: 'company', body: { form: 'unknown' } },
  Organization: { type: 'company', body: { form: 'unknown' } },
  Company: { type: 'company', body: { form: 'company' } },
  PublicBody: { type: 'publicBody', body: { level: 'government' } },
  Person: { type: 'person' },
  Asset: { type: 'product' },
  Security: { type: 'product' },
  Vehicle: { type: 'product' },
  Vessel: { type: 'product' },
  Airplane: { type: 'product' },
  RealEstate: { type: 'site' },
};

/** Where our own words are kept when an entity was changed by somebody: keywords name the type of the record. */
const typeOf = (reading: Reading): (typeof THINGS)[string] | undefined => {
  const { entity } = reading;
  const keywords = valuesOf(entity, 'keywords');
  if (entity.schema === 'Asset' && keywords.includes('technology')) return { type: 'technology' };
  if (entity.schema === 'Project' && keywords.includes('process'))
    return { type: 'process', body: { vital: false } };
  return Object.hasOwn(THINGS, entity.schema) ? THINGS[entity.schema] : undefined;
};

/** Properties that are the machinery of a tool, or that stand in the record itself or its source. */
const PASSED: ReadonlySet<string> = new Set([
  'alephUrl',
  'createdAt',
  'indexText',
  'modifiedAt',
  'retrievedAt',
  'namesMentioned',
  'peopleMentioned',
  'companiesMentioned',
  'ibanMentioned',
  'ipMentioned',
  'locationMentioned',
  'phoneMentioned',
  'emailMentioned',
  'detectedLanguage',
  'detectedCountry',
  'publisher',
  'publisherUrl',
  'sourceUrl',
  'proof',
  'addressEntity',
  'parent',
]);

const text = (words: string): Value => ({ kind: 'text', text: short(words.trim(), 20_000) });
const code = (word: string): Value => ({ kind: 'code', code: short(word.trim(), 80) });
const date = (word: string): Value | undefined => {
  const found = dateOf(word);
  return found === undefined ? undefined : { kind: 'date', date: found };
};

/** Our property for a property of theirs, and how its value is read; several are tried in turn until one holds. */
type Place = readonly [property: string, read: (word: string) => Value | undefined];

const PLACES: Readonly<Record<string, readonly Place[]>> = {
  alias: [['tradeName', text]],
  previousName: [['formerName', text]],
  registrationNumber: [
    ['kvk', code],
    ['foreignRegistration', code],
  ],
  taxNumber: [['rsin', code]],
  leiCode: [['lei', code]],
  vatCode: [['vat', code]],
  legalForm: [['legalForm', text]],
  incorporationDate: [['founded', date]],
  dissolutionDate: [['dissolved', date]],
  website: [['website', text]],
  sector: [['sector', text]],
  address: [['address', text]],
  nationality: [['nationality', code]],
  citizenship: [['nationality', code]],
  position: [['position', text]],
  description: [['description', text]],
};

/** Numbers of registers that have no property of their own go by the name that the model gives them. */
const NUMBERS: ReadonlySet<string> = new Set([
  'bikCode',
  'bvdId',
  'cageCode',
  'cikCode',
  'dunsCode',
  'giiNumber',
  'icijId',
  'idNumber',
  'imoNumber',
  'innCode',
  'irsCode',
  'isinCode',
  'jibCode',
  'kppCode',
  'licenseNumber',
  'mbsCode',
  'npiCode',
  'ogrnCode',
  'okpoCode',
  'permId',
  'ricCode',
  'swiftBic',
  'taxNumber',
  'ticker',
  'uniqueEntityId',
  'vatCode',
  'leiCode',
  'voenCode',
  'wikidataId',
]);

type Placed = { readonly property: string; readonly value: Value };

/** The property and value under which one value is kept; `kept` as text when it has no place of its own. */
function placeOf(type: EntityType, country: string | undefined, name: string, word: string): Placed {
  const places = Object.hasOwn(PLACES, name) ? (PLACES[name] as readonly Place[]) : [];
  for (const [property, read] of places) {
    if (!appliesTo(property, type) || (property === 'kvk' && country !== 'NL')) continue;
    const value = read(word);
    const checked = value === undefined ? undefined : checkValue(property, value);
    if (checked?.ok) return { property, value: checked.value };
  }
  if (NUMBERS.has(name) && appliesTo('foreignRegistration', type) && word.length + name.length < 80)
    return { property: 'foreignRegistration', value: code(`${name}:${word}`) };
  return { property: 'description', value: text(`${name}: ${word}`) };
}

const COUNTRIES = ['jurisdiction', 'mainCountry', 'country'] as const;

const countryIn = ({ entity }: Reading): string | undefined =>
  COUNTRIES.flatMap((name) => valuesOf(entity, name))
    .map((word) => word.trim().toUpperCase())
    .find((word) => /^[A-Z]{2}$/.test(word));

/** Types whose body has a country. */
const PLACED: ReadonlySet<EntityType> = new Set(['company', 'publicBody', 'site']);

/**
 * The records of a party or another thing: itself, and a claim for every value that the file gives of it. Undefined
 * for a schema that makes none.
 */
export function thingRecords(reading: Reading, record: RecordId): readonly Made[] | undefined {
  const { entity } = reading;
  const made = typeOf(reading);
  if (made === undefined) return undefined;
  const { type, body } = made;
  const country = countryIn(reading);
  const name = firstOf(entity, 'name') ?? firstOf(entity, 'title') ?? entity.id;
  const main: Made = {
    record,
    type,
    path: 'properties.name',
    body: {
      name: short(name.trim(), 400),
      ...body,
      ...(country !== undefined && PLACED.has(type) ? { country } : {}),
    },
  };
  const claims = Object.keys(entity.properties)
    .sort()
    .flatMap((from) => {
      if (PASSED.has(from) || (from === 'keywords' && made !== THINGS[entity.schema])) return [];
      return valuesOf(entity, from).flatMap((word, at) => {
        const stands = COUNTRIES.some((one) => one === from) && word.trim().toUpperCase() === country;
        if (stands && PLACED.has(type)) return [];
        const place =
          from === 'name' ? namePlace(type, word, word === name) : placeOf(type, country, from, word);
        if (place === undefined) return [];
        return [claimOf(reading, { subject: record, ...place, from, at, fragment: word })];
      });
    });
  return [main, ...claims];
}

/** The name by which a thing goes stands in the record; a company says it as a fact too, other names are facts. */
function namePlace(type: EntityType, word: string, first: boolean): Placed | undefined {
  const value = text(word);
  if (first) return type === 'company' ? { property: 'legalName', value } : undefined;
  return { property: type === 'company' ? 'tradeName' : 'description', value };
}
