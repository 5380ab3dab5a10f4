import type { Json } from '../model/canonical.ts';
import type { Instant } from '../model/dates.ts';
import type { ChangeId, LogId, OpDigest, RecordId } from '../model/ids.ts';
import type { Marking } from '../model/marking.ts';
import type { Author, ChangeHeader, Intent, Sign } from './change.ts';
import { signedBytes } from './change.ts';
import { digestOp, type Op } from './op.ts';
import type { LogEntry } from './state.ts';

/** A version to be: an op without its salt. */
export type DraftOp = {
  readonly record: RecordId;
  readonly type: string;
  readonly base: readonly OpDigest[];
  readonly marking: Marking;
  readonly body: { readonly [key: string]: Json } | null;
};

/** What the shell adds to a draft: who, when, after what, and randomness (32 hexadecimal characters a call). */
export type Signer = {
  readonly author: Author;
  readonly time: Instant;
  readonly salt: () => string;
  readonly sign: Sign;
};

/** Salts, digests and signs a draft into a change. Bodies with `undefined` members lose them, as JSON does. */
export function sealChange(
  draft: { log: LogId; parents: readonly ChangeId[]; intent: Intent; ops: readonly DraftOp[] },
  signer: Signer,
): LogEntry {
  const ops: Op[] = draft.ops.map(({ record, type, base, marking, body }) => ({
    v: 1,
    salt: signer.salt(),
    record,
    type,
    base: [...new Set(base)].sort(),
    marking,
    body: body === null ? null : (JSON.parse(JSON.stringify(body)) as { [key: string]: Json }),
  }));
  const header: ChangeHeader = {
    v: 1,
    log: draft.log,
    author: signer.author,
    time: signer.time,
    parents: [...draft.parents].sort(),
    intent: draft.intent,
    ops: ops.map(digestOp),
  };
  return { change: { header, signature: signer.sign(signedBytes(header)) }, ops };
}
