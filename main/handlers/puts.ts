import type { ReadDb } from '#db/handle.ts';
import { liveDigests, liveHeads } from '#db/queries/versions.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { DraftOp } from '#shared/log/draft.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { LogId, OpDigest, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { checkValue } from '#shared/model/properties.ts';
import { RECORDS, type RecordType } from '#shared/model/records.ts';
import { referencesOf } from '#shared/model/references.ts';
import type { Value } from '#shared/model/value.ts';
import { fail, ok, type Result } from '#shared/result.ts';

type Body = { [key: string]: Json };
export type PutInput = {
  readonly record: RecordId;
  readonly type: RecordType;
  readonly base: readonly string[];
  readonly body: Body;
  readonly marking: Marking;
};

/** Body in the form its schema gives it, or the member that is wrong. */
function checkedBody(type: RecordType, body: Body): Result<Body, ErrorCode> {
  const parsed = RECORDS[type].body.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail('invalidRecord', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
  }
  const known = parsed.data as unknown as Body;
  if (type !== 'claim') return ok(known);
  const value = checkValue(known.property as string, known.value as Value);
  return value.ok
    ? ok({ ...known, value: value.value as Json })
    : fail('invalidRecord', { field: 'value', problem: value.error.code });
}

/**
 * The versions that a put replaces, when what the person saw is what is live now; null otherwise (peers' pain 6: the
 * last writer never silently wins). Somebody who saw nothing may follow on versions that are all withdrawn.
 */
export function freshBase(
  db: ReadDb,
  log: LogId,
  record: RecordId,
  seen: readonly string[],
): OpDigest[] | null {
  const live = liveHeads(db, log, record);
  const digests = live.map(({ digest }) => digest);
  if (seen.length === 0 && live.every(({ withdrawn }) => withdrawn)) return digests;
  return digests.length === seen.length && digests.every((digest) => seen.includes(digest)) ? digests : null;
}

const exists = (db: ReadDb, log: LogId, record: RecordId): boolean => liveDigests(db, log, record).length > 0;

/**
 * Turns puts into ops: each checked against its schema, the catalogue, what is live, and what it points to; records of
 * the same call may point to each other. One bad put refuses all, so that nothing is half written.
 */
export function draftPuts(db: ReadDb, log: LogId, puts: readonly PutInput[]): Result<DraftOp[], ErrorCode> {
  const together = new Set(puts.map(({ record }) => record));
  const ops: DraftOp[] = [];
  for (const [index, { record, type, base, body, marking }] of puts.entries()) {
    const checked = checkedBody(type, body);
    if (!checked.ok) return fail(checked.error.code, { ...checked.error.params, index });
    const replaced = freshBase(db, log, record, base);
    if (!replaced) return fail('stale', { index });
    for (const reference of referencesOf(type, checked.value))
      if (!together.has(reference.record) && !exists(db, log, reference.record))
        return fail('danglingReference', { index, field: reference.member });
    ops.push({ record, type, base: replaced, marking, body: checked.value });
  }
  return ok(ops);
}
