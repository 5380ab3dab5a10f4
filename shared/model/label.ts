import type { Json } from './canonical.ts';
import type { RecordType } from './records.ts';

type Body = { readonly [key: string]: Json };
const LABEL_LENGTH = 160;

const cut = (text: string): string =>
  text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}…` : text;

/**
 * What a record is called on a screen: its name or title; for records without one the word that places it (the
 * property of a claim, the leaf of a verdict, the kind of a relation), which the face puts into the reader's language.
 */
export function labelOf(type: RecordType, body: Body): string {
  const text =
    body.name ??
    body.title ??
    body.property ??
    body.statement ??
    body.leaf ??
    body.indicator ??
    body.question ??
    body.instrument ??
    body.item ??
    body.part ??
    body.kind ??
    body.channel ??
    body.text;
  return typeof text === 'string' ? cut(text) : type;
}

/** Members that hold a person's own words; the others hold ids, hashes and words from lists. */
const WORDED = new Set([
  'name',
  'title',
  'reference',
  'text',
  'label',
  'note',
  'quote',
  'reason',
  'code',
  'argument',
  'statement',
  'alternatives',
  'assumptions',
  'wouldChange',
  'triggerText',
  'assessedPart',
  'exceptionality',
  'place',
  'author',
  'publisher',
  'location',
]);

/** Words of a record for full-text search: what people wrote, and the text or code that a claim gives as its value. */
export function searchText(body: Body): string {
  const own = Object.entries(body).flatMap(([member, value]) =>
    member === 'value' ? Object.entries(value as Body) : [[member, value] as const],
  );
  return own
    .flatMap(([member, value]) => (WORDED.has(member) && typeof value === 'string' ? [value] : []))
    .join('\n');
}
