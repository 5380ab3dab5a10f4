import { z } from 'zod';
import { canonicalBytes, sha256Hex } from '../../model/canonical.ts';
import { RecordId } from '../../model/ids.ts';
import { Marking } from '../../model/marking.ts';
import { RecordTypeName } from '../../model/records.ts';

/**
 * Name of the member beside `id`, `schema` and `properties` in which an entity of ours carries the records that it was
 * made from. FollowTheMoney keeps such members as the context of an entity and hands them on untouched; a property of
 * our own would make the entity invalid.
 */
export const OWN_MEMBER = 'waarborg';

export type FtmEntity = {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
};

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const OwnRecord = z.object({
  record: RecordId,
  type: RecordTypeName,
  marking: Marking,
  body: z.custom<Readonly<Record<string, unknown>>>(isMembers),
});
export type OwnRecord = z.infer<typeof OwnRecord>;

const Own = z.object({
  version: z.literal(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  records: z.array(OwnRecord).max(20_000),
});
export type Own = z.infer<typeof Own>;

/**
 * Digest of an entity as it is told: its id, schema and properties, values in any order, for FollowTheMoney does not
 * keep the order of values. Who changes a word of it breaks the digest, so that what an entity carries never speaks
 * against what it says.
 */
export function entityDigest({ id, schema, properties }: FtmEntity): string {
  const sorted = Object.entries(properties).map(([name, values]) => [name, [...values].sort()]);
  return sha256Hex(canonicalBytes({ id, schema, properties: Object.fromEntries(sorted) }));
}

/**
 * What an entity of our own making carries: the party, thing, relation or source that it is about comes first.
 * `intact` is false when the entity was changed since: then it counts for what it says, not for what it carries.
 */
export function ownContent(
  raw: Readonly<Record<string, unknown>>,
  entity: FtmEntity,
): { readonly records: readonly OwnRecord[]; readonly intact: boolean } | undefined {
  const parsed = Own.safeParse(raw[OWN_MEMBER]);
  return parsed.success
    ? { records: parsed.data.records, intact: parsed.data.digest === entityDigest(entity) }
    : undefined;
}
