import type { Wording } from '../../dossier/compose/wording.ts';
import type { BodyOf } from '../../model/records.ts';
import type { Claim, Told, View } from '../told.ts';
import { addOrigin, countryOf, Properties, sentenceOf, urlOf, wordOf } from './properties.ts';
import { isA, type ThingSchema } from './schemata.ts';

/** Where a claim about a legal entity stands, when the model has a place for it. */
const PLACES: Readonly<Record<string, string>> = {
  legalName: 'name',
  tradeName: 'alias',
  formerName: 'previousName',
  kvk: 'registrationNumber',
  foreignRegistration: 'registrationNumber',
  establishment: 'idNumber',
  rsin: 'taxNumber',
  lei: 'leiCode',
  vat: 'vatCode',
  legalForm: 'legalForm',
  founded: 'incorporationDate',
  dissolved: 'dissolutionDate',
  sector: 'sector',
  sbi2025: 'classification',
  sbi2008: 'classification',
  website: 'website',
  address: 'address',
  description: 'description',
};
const OF_PERSONS: Readonly<Record<string, string>> = {
  formerName: 'previousName',
  nationality: 'nationality',
  position: 'position',
  description: 'description',
};
const OF_THINGS: Readonly<Record<string, string>> = { address: 'address', description: 'description' };

function placeOf(schema: ThingSchema, property: string): string | undefined {
  const places = schema === 'Person' ? OF_PERSONS : isA(schema, 'LegalEntity') ? PLACES : OF_THINGS;
  return Object.hasOwn(places, property) ? places[property] : undefined;
}

/** The value in the form that the property asks for; undefined when it has none. */
function placed(place: string, { value }: Claim): string | undefined {
  if (place === 'incorporationDate' || place === 'dissolutionDate')
    return value.kind === 'date' ? value.date : undefined;
  const word = wordOf(value);
  if (place === 'nationality') return countryOf(word);
  return place === 'website' ? urlOf(word) : word;
}

/** Properties of a party, technology, process, site or product; what has no place is told in `notes`. */
export function thingProperties(told: Told, schema: ThingSchema, wording: Wording): Properties {
  const { main, claims } = told;
  const { name, note, country, place } = main.body as {
    name: string;
    note?: string;
    country?: string;
    place?: string;
  };
  const properties = new Properties().add('name', name).add('notes', note);
  if (main.type === 'company') properties.add('jurisdiction', countryOf(country));
  else properties.add('country', countryOf(country));
  properties.add('address', place);
  if (!isA(schema, 'LegalEntity')) properties.add('keywords', main.type);
  for (const { body } of claims) {
    const claim = body as Claim;
    const at = placeOf(schema, claim.property);
    const value = at === undefined ? undefined : placed(at, claim);
    if (at !== undefined && value !== undefined) properties.add(at, value);
    else properties.add('notes', sentenceOf(claim, wording));
  }
  addOrigin(properties, told);
  return properties;
}

/** Languages of sources that analysts read, in the three letters that the model has. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'ara',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  he: 'heb',
  hi: 'hin',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  nl: 'nld',
  no: 'nor',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  sv: 'swe',
  tr: 'tur',
  uk: 'ukr',
  zh: 'zho',
};

/** Properties of a source: a document that is cited, not its content. */
export function sourceProperties({ body }: View): Properties {
  const { title, author, publisher, published, retrieved, location, language, note, kind } =
    body as BodyOf<'source'>;
  return new Properties()
    .add('name', title)
    .add('fileName', title)
    .add('title', title)
    .add('author', author)
    .add('publisher', publisher)
    .add('publishedAt', published)
    .add('retrievedAt', retrieved)
    .add('sourceUrl', urlOf(location))
    .add('summary', urlOf(location) === undefined ? location : undefined)
    .add('language', language === undefined ? undefined : LANGUAGES[language])
    .add('keywords', kind)
    .add('notes', note);
}
