import type { Json } from './canonical.ts';
import type { RecordId } from './ids.ts';
import type { RecordType } from './records.ts';

/** Members by which a record points to others, by type. Total: a new type must say what it points to. */
const MEMBERS: Readonly<Record<RecordType, readonly string[]>> = {
  case: ['company'],
  company: [],
  person: [],
  publicBody: [],
  technology: [],
  process: [],
  site: [],
  product: [],
  relation: ['from', 'to'],
  claim: ['subject', 'source', 'basis'],
  source: [],
  attachment: ['source'],
  verdict: ['evidence'],
  rating: ['evidence'],
  note: ['about'],
  contact: [],
};

export type Reference = { readonly member: string; readonly record: RecordId };

/** All records that a body points to, with the member that does; a claim's value may point to one too. */
export function referencesOf(type: RecordType, body: { readonly [key: string]: Json }): Reference[] {
  const references = MEMBERS[type].flatMap((member) => {
    const value = body[member];
    const ids = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return ids.map((record) => ({ member, record: record as RecordId }));
  });
  const value = body.value as { kind?: Json; record?: Json } | undefined;
  if (type === 'claim' && value?.kind === 'record')
    references.push({ member: 'value', record: value.record as RecordId });
  return references;
}
