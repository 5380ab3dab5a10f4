import type { LogState } from '../log/state.ts';
import { liveVersions } from '../log/state.ts';
import type { Json } from '../model/canonical.ts';
import type { AuthorKey, ChangeId, OpDigest, RecordId } from '../model/ids.ts';
import type { Marking } from '../model/marking.ts';
import { isRecordType, type RecordType } from '../model/records.ts';

/** One live version of a readable record: who signed it, and every key that signed a version of the record. */
export type LiveVersion = {
  readonly record: RecordId;
  readonly type: RecordType;
  readonly digest: OpDigest;
  readonly marking: Marking;
  readonly body: { readonly [member: string]: Json };
  readonly author: AuthorKey;
  readonly signers: readonly AuthorKey[];
};

/**
 * The log as it was at some heads: those changes and all before them, whatever came in later and in whatever order. The
 * same heads give the same past in every vault that knows them; `missing` names heads that are not known here, and then
 * there is no such past to speak of.
 */
export function pastOf(
  state: LogState,
  heads: readonly ChangeId[],
): { readonly past: LogState; readonly missing: readonly ChangeId[] } {
  const changes = new Map<
    ChangeId,
    typeof state.changes extends ReadonlyMap<ChangeId, infer C> ? C : never
  >();
  const missing = new Set<ChangeId>();
  const waiting = [...heads];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (changes.has(id)) continue;
    const change = state.changes.get(id);
    if (change === undefined) {
      missing.add(id);
      continue;
    }
    changes.set(id, change);
    waiting.push(...change.header.parents);
  }
  const ops = new Map(
    [...changes.values()].flatMap(({ header }) =>
      header.ops.flatMap((digest) => {
        const op = state.ops.get(digest);
        return op === undefined ? [] : [[digest, op] as const];
      }),
    ),
  );
  return { past: { changes, ops }, missing: [...missing].sort() };
}

/** All live versions of a log, sorted by record and digest; withdrawn ones and types of a later app are left out. */
export function liveIn(state: LogState): LiveVersion[] {
  const { authorOf, signersOf } = signedIn(state);
  return [...liveVersions(state)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([record, digests]) =>
      digests.flatMap((digest) => {
        const op = state.ops.get(digest);
        if (!op || op.body === null || !isRecordType(op.type)) return [];
        const author = authorOf.get(digest) as AuthorKey;
        const signers = signersOf.get(record) ?? [];
        return [{ record, type: op.type, digest, marking: op.marking, body: op.body, author, signers }];
      }),
    );
}

/** Who signed each version: of a version that stands in several changes the one whose change is first by its id. */
function signedIn(state: LogState) {
  const authorOf = new Map<OpDigest, AuthorKey>();
  const keys = new Map<RecordId, Set<AuthorKey>>();
  for (const [, { header }] of [...state.changes].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const digest of header.ops) {
      const op = state.ops.get(digest);
      if (op === undefined) continue;
      const { key } = header.author;
      if (!authorOf.has(digest)) authorOf.set(digest, key);
      const known = keys.get(op.record);
      if (known) known.add(key);
      else keys.set(op.record, new Set([key]));
    }
  const signersOf = new Map([...keys].map(([record, all]) => [record, [...all].sort()] as const));
  return { authorOf, signersOf };
}
