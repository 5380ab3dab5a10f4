import type { EntityType, RecordType } from '../model/records.ts';

/**
 * How a column of a table becomes a member of a record's body: as text, as yes or no, as a reference to another row
 * by key (`to` lists the types it may point at), or as several references parted by spaces.
 */
export type Column = {
  readonly name: string;
  readonly required?: true;
  readonly shape: 'text' | 'yesNo' | 'reference' | 'references';
  readonly to?: readonly RecordType[];
};

export type Table = { readonly file: string; readonly type: RecordType; readonly columns: readonly Column[] };

const text = (...names: string[]): Column[] => names.map((name) => ({ name, shape: 'text' }));
const must = (...names: string[]): Column[] => names.map((name) => ({ name, shape: 'text', required: true }));
const reference = (name: string, to: readonly RecordType[], required?: true): Column =>
  required ? { name, shape: 'reference', to, required } : { name, shape: 'reference', to };

export const ENTITIES: readonly EntityType[] = [
  'company',
  'person',
  'publicBody',
  'technology',
  'process',
  'site',
  'product',
];

/** What a verdict or a rating may rest on. */
export const EVIDENCE: readonly RecordType[] = ['claim', 'source', 'attachment', 'relation'];

/** What a note may be about: everything that has a row of its own. */
const ABOUT: readonly RecordType[] = [...ENTITIES, 'relation', 'claim', 'source', 'attachment'];

/** The tables of the folder in reading order. Every row has a `key` besides, and may have a `marking`. */
export const TABLES: readonly Table[] = [
  { file: 'companies.csv', type: 'company', columns: [...must('name', 'form'), ...text('country', 'note')] },
  { file: 'persons.csv', type: 'person', columns: [...must('name'), ...text('note')] },
  {
    file: 'public-bodies.csv',
    type: 'publicBody',
    columns: [...must('name', 'level'), ...text('country', 'note')],
  },
  { file: 'technologies.csv', type: 'technology', columns: [...must('name'), ...text('note')] },
  {
    file: 'processes.csv',
    type: 'process',
    columns: [...must('name'), { name: 'vital', shape: 'yesNo', required: true }, ...text('note')],
  },
  { file: 'sites.csv', type: 'site', columns: [...must('name'), ...text('country', 'place', 'note')] },
  { file: 'products.csv', type: 'product', columns: [...must('name'), ...text('note')] },
  {
    file: 'relations.csv',
    type: 'relation',
    columns: [
      ...must('kind'),
      reference('from', ENTITIES, true),
      reference('to', ENTITIES, true),
      ...text('label', 'validFrom', 'validTo'),
    ],
  },
  {
    file: 'sources.csv',
    type: 'source',
    columns: [
      ...must('title', 'kind'),
      ...text('author', 'publisher', 'published', 'retrieved', 'location', 'language'),
      ...must('reliability'),
      ...text('tlp', 'note'),
    ],
  },
  {
    file: 'claims.csv',
    type: 'claim',
    columns: [
      reference('subject', [...ENTITIES, 'relation'], true),
      ...must('property'),
      reference('source', ['source']),
      ...text('page', 'quote'),
      ...must('reliability', 'credibility', 'certainty'),
      { name: 'basis', shape: 'references', to: ['claim'] },
      ...text('validFrom', 'validTo', 'note'),
    ],
  },
  {
    file: 'attachments.csv',
    type: 'attachment',
    columns: [...must('name', 'file', 'mime'), reference('source', ['source']), ...text('note')],
  },
  {
    file: 'notes.csv',
    type: 'note',
    columns: [reference('about', ABOUT), ...text('title'), ...must('text')],
  },
];

/** Columns of claims.csv that together make the value. */
export const VALUE_COLUMNS = ['value', 'min', 'max', 'unit', 'reason'] as const;
