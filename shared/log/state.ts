import { canonicalBytes, sha256Hex } from '../model/canonical.ts';
import type { ChangeId, OpDigest, RecordId } from '../model/ids.ts';
import type { Change } from './change.ts';
import { changeId } from './change.ts';
import { digestOp, type Op } from './op.ts';

/** A change with the bodies of its ops that are known here; what is not in `ops` is withheld. */
export type LogEntry = { readonly change: Change; readonly ops: readonly Op[] };

/** All that is known of one log: a set of changes and a set of op bodies. Order plays no part in it. */
export type LogState = {
  readonly changes: ReadonlyMap<ChangeId, Change>;
  readonly ops: ReadonlyMap<OpDigest, Op>;
};

export const EMPTY_LOG: LogState = { changes: new Map(), ops: new Map() };

/** State of a list of entries. Bodies that no listed change names are left out: nobody signed them. */
export function stateOf(entries: Iterable<LogEntry>): LogState {
  const changes = new Map<ChangeId, Change>();
  const ops = new Map<OpDigest, Op>();
  for (const { change, ops: bodies } of entries) {
    changes.set(changeId(change.header), change);
    const signed = new Set<OpDigest>(change.header.ops);
    for (const op of bodies) {
      const digest = digestOp(op);
      if (signed.has(digest)) ops.set(digest, op);
    }
  }
  return { changes, ops };
}

/** Merge is union: commutative, associative, idempotent; nothing is lost. */
export const merge = (a: LogState, b: LogState): LogState => ({
  changes: new Map([...a.changes, ...b.changes]),
  ops: new Map([...a.ops, ...b.ops]),
});

/**
 * Live versions of each record, sorted by digest: those that no other known version of the same record names as its
 * base. One is normal, two or more are a conflict. A withdrawn version is live too.
 */
export function liveVersions(state: LogState): Map<RecordId, OpDigest[]> {
  const replaced = new Set<string>();
  for (const op of state.ops.values()) for (const base of op.base) replaced.add(`${op.record} ${base}`);
  const live = new Map<RecordId, OpDigest[]>();
  for (const [digest, op] of state.ops) {
    if (replaced.has(`${op.record} ${digest}`)) continue;
    const list = live.get(op.record);
    if (list) list.push(digest);
    else live.set(op.record, [digest]);
  }
  for (const list of live.values()) list.sort();
  return live;
}

/** Changes that no other known change names as a parent, sorted: what the next change will name. */
export function heads(state: LogState): ChangeId[] {
  const named = new Set<ChangeId>();
  for (const { header } of state.changes.values()) for (const parent of header.parents) named.add(parent);
  return [...state.changes.keys()].filter((id) => !named.has(id)).sort();
}

/**
 * Digest of what is live: equal for two departments that know the same, whatever the order in which they learnt it.
 * Salts and history do not enter, so that undo and redo come back to the same digest.
 */
export function stateDigest(state: LogState): string {
  const lines: unknown[] = [];
  for (const [record, digests] of [...liveVersions(state)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bodies = digests
      .map((digest) => state.ops.get(digest) as Op)
      .filter((op) => op.body !== null)
      .map((op) => sha256Hex(canonicalBytes({ type: op.type, marking: op.marking, body: op.body })))
      .sort();
    if (bodies.length > 0) lines.push([record, bodies]);
  }
  return sha256Hex(canonicalBytes(lines));
}
