import type { Json } from './canonical.ts';
import type { RecordType } from './records.ts';

type Body = { readonly [key: string]: Json };
const LABEL_LENGTH = 160;
const OPAQUE = /^([0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

const cut = (text: string): string =>
  text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}…` : text;

/**
 * What a record is called on a screen: its name or title; for records without one the word that places it (the
 * property of a claim, the leaf of a verdict, the kind of a relation), which the face puts into the reader's language.
 */
export function labelOf(type: RecordType, body: Body): string {
  const text =
    body.name ?? body.title ?? body.property ?? body.leaf ?? body.indicator ?? body.kind ?? body.text;
  return typeof text === 'string' ? cut(text) : type;
}

/** Words of a record for full-text search: every text in it but ids and hashes. */
export function searchText(body: Body): string {
  const words: string[] = [];
  const walk = (value: Json): void => {
    if (typeof value === 'string') {
      if (!OPAQUE.test(value)) words.push(value);
    } else if (typeof value === 'number') words.push(String(value));
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  Object.values(body).forEach(walk);
  return words.join('\n');
}
