import type { RecordId } from '../model/ids.ts';
import type { BodyOf, RecordType } from '../model/records.ts';

/** One live version as these functions need it. */
export type Told = {
  readonly record: RecordId;
  readonly type: RecordType;
  readonly body: { readonly [member: string]: unknown };
};

/** The records of one type with their first live version. */
export const firstOf = <T extends RecordType>(live: readonly Told[], type: T): Map<RecordId, BodyOf<T>> =>
  new Map(
    live
      .flatMap((one) => (one.type === type ? [[one.record, one.body as unknown as BodyOf<T>] as const] : []))
      .toReversed(),
  );

export type Claims = ReadonlyMap<RecordId, BodyOf<'claim'>>;
export type Sources = ReadonlyMap<RecordId, BodyOf<'source'>>;

/** All that a record comes down to: itself, and for a claim also what it is drawn from, and so on. */
export function restsOn(record: RecordId, claims: Claims): ReadonlySet<RecordId> {
  const seen = new Set<RecordId>([record]);
  for (const one of seen) for (const below of claims.get(one)?.basis ?? []) seen.add(below);
  return seen;
}

/**
 * Where evidence comes from in the end: the publishers of its sources, or else their authors, or the source itself. Two
 * papers of one publisher are one origin, as one may well repeat the other.
 */
export function originsOf(
  evidence: Iterable<RecordId>,
  claims: Claims,
  sources: Sources,
): ReadonlySet<string> {
  const origins = new Set<string>();
  for (const record of evidence)
    for (const one of restsOn(record, claims)) {
      const source = sources.has(one) ? one : claims.get(one)?.source;
      const told = source && sources.get(source);
      if (told) origins.add((told.publisher ?? told.author ?? source).trim().toLowerCase());
    }
  return origins;
}
