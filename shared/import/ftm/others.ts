import type { RecordId } from '../../model/ids.ts';
import { type Made, short } from '../made.ts';
import { claimOf, dateOf, firstOf, type Reading, recordOf, valuesOf } from './reading.ts';

/** Schemata that say something of one party, which goes into its description with all their words. */
const ABOUT: Readonly<Record<string, string>> = { Sanction: 'entity', EconomicActivity: 'declarant' };

/** Schemata of files: sources that are cited, whose content does not come along. */
const DOCUMENTS: ReadonlySet<string> = new Set([
  'Document',
  'PlainText',
  'HyperText',
  'Pages',
  'Table',
  'Workbook',
  'Image',
  'Audio',
  'Video',
  'Email',
  'Article',
  'Package',
]);

const ORIGIN: readonly string[] = ['publisher', 'publisherUrl', 'sourceUrl', 'modifiedAt'];

/** A sanction and the like: words about every party that it names. */
function aboutRecords(reading: Reading, at: string): readonly Made[] {
  const { entity, context } = reading;
  const words = Object.keys(entity.properties)
    .filter((name) => name !== at && !ORIGIN.includes(name))
    .sort()
    .map((name) => `${name}: ${valuesOf(entity, name).join('; ')}`);
  const text = short(`${entity.schema}: ${words.join('. ')}`, 20_000);
  return valuesOf(entity, at).map((id) =>
    claimOf(reading, {
      subject: recordOf(context.logId, id),
      property: 'description',
      value: { kind: 'text', text },
      from: at,
      at: 0,
      fragment: text,
    }),
  );
}

function noteRecords({ entity, context }: Reading, record: RecordId): readonly Made[] {
  const text = [...valuesOf(entity, 'description'), ...valuesOf(entity, 'summary')].join('\n\n').trim();
  const [about] = valuesOf(entity, 'entity');
  const title = firstOf(entity, 'name');
  if (text === '') return [];
  const body = {
    text: short(text, 20_000),
    ...(about === undefined ? {} : { about: recordOf(context.logId, about) }),
    ...(title === undefined ? {} : { title: short(title, 400) }),
  };
  return [{ record, type: 'note', body, path: 'properties.description' }];
}

function documentRecord({ entity, context }: Reading, record: RecordId): Made {
  const words = (name: string, limit: number): Record<string, string> => {
    const word = firstOf(entity, name)?.trim();
    return word === undefined ? {} : { [name]: short(word, limit) };
  };
  const { title, fileName, name } = {
    ...words('title', 400),
    ...words('fileName', 400),
    ...words('name', 400),
  };
  const published = dateOf(firstOf(entity, 'publishedAt'));
  const { sourceUrl: location } = words('sourceUrl', 2_000);
  return {
    record,
    type: 'source',
    path: 'properties.title',
    body: {
      title: title ?? fileName ?? name ?? short(entity.id, 400),
      kind: 'other',
      ...words('author', 400),
      ...words('publisher', 400),
      ...(published === undefined ? {} : { published }),
      ...(location === undefined ? {} : { location }),
      reliability: context.basis.reliability,
    },
  };
}

/** The records of an entity that is neither a party nor a link; undefined for one that is. */
export function otherRecords(reading: Reading, record: RecordId): readonly Made[] | undefined {
  const { schema } = reading.entity;
  if (Object.hasOwn(ABOUT, schema)) return aboutRecords(reading, ABOUT[schema] as string);
  if (schema === 'Note') return noteRecords(reading, record);
  return DOCUMENTS.has(schema) ? [documentRecord(reading, record)] : undefined;
}
