import type { Json } from './canonical.ts';
import type { RecordId } from './ids.ts';
import { RECORDS, type RecordType } from './records.ts';

export type Reference = { readonly member: string; readonly record: RecordId };

/** All values at a path; every item of a list on the way is followed. */
function valuesAt(value: Json | undefined, path: readonly string[]): Json[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [member, ...rest] = path;
  if (member === undefined) return [value];
  return typeof value === 'object' ? valuesAt((value as { [key: string]: Json })[member], rest) : [];
}

/** All records that a body points to, with the member that does; a claim's value may point to one too. */
export function referencesOf(type: RecordType, body: { readonly [key: string]: Json }): Reference[] {
  const references = RECORDS[type].refs.flatMap((member: string): Reference[] =>
    valuesAt(body, member.split('.')).map((record) => ({ member, record: record as RecordId })),
  );
  const value = body.value as { kind?: Json; record?: Json } | undefined;
  if (type === 'claim' && value?.kind === 'record')
    references.push({ member: 'value', record: value.record as RecordId });
  return references;
}
