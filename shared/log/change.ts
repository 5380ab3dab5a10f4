import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalBytes, canonicalText, sha256Hex } from '../model/canonical.ts';
import { Instant } from '../model/dates.ts';
import { AuthorKey, ChangeId, LogId, OpDigest } from '../model/ids.ts';
import { ShortText } from '../model/value.ts';

/**
 * What a person did, as a word and counts. Headers travel even where bodies are withheld, so an intent never holds
 * text of the case: the history puts it into words from the records that the reader may see.
 */
export const INTENT_ACTIONS = [
  'createCase',
  'create',
  'edit',
  'withdraw',
  'restore',
  'judge',
  'rate',
  'attach',
  'import',
  'merge',
  'resolve',
  'undo',
  'redo',
  'revert',
  'archive',
  'freeze',
  'arrange',
  'identify',
] as const;
export const Intent = z.strictObject({
  action: z.enum(INTENT_ACTIONS),
  /** The change that an undo, redo or revert takes back. */
  reverts: ChangeId.optional(),
  /** For a merge: the heads before it, so that it can be taken back as one step. */
  before: z.array(ChangeId).max(1_000).optional(),
});
export type Intent = z.infer<typeof Intent>;

/** Who signs: the key is the identity, name and department are what the author said of themselves at that time. */
export const Author = z.strictObject({ key: AuthorKey, name: ShortText, department: ShortText });
export type Author = z.infer<typeof Author>;

/** What is signed. `parents` are the heads that the author saw, sorted; `ops` are digests in the order they were made. */
export const ChangeHeader = z.strictObject({
  v: z.literal(1),
  log: LogId,
  author: Author,
  time: Instant,
  parents: z.array(ChangeId).max(10_000),
  intent: Intent,
  ops: z
    .array(OpDigest)
    .max(1_000_000)
    .refine((ops) => new Set(ops).size === ops.length),
});
export type ChangeHeader = z.infer<typeof ChangeHeader>;

/** A signed header. The signature is Ed25519 over `signedBytes`, 128 lower-case hexadecimal characters. */
export const Change = z.strictObject({
  header: ChangeHeader,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type Change = z.infer<typeof Change>;

/** Id of a change: SHA-256 of its canonical header. */
export const changeId = (header: ChangeHeader): ChangeId => sha256Hex(canonicalBytes(header)) as ChangeId;

const DOMAIN = Uint8Array.from('waarborg/change/v1\n', (c) => c.charCodeAt(0));

/** The bytes under the signature: a domain prefix, so that no other signed thing can pass for a change. */
export const signedBytes = (header: ChangeHeader): Uint8Array => underDomain(canonicalBytes(header));

function underDomain(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(DOMAIN.length + body.length);
  bytes.set(DOMAIN);
  bytes.set(body, DOMAIN.length);
  return bytes;
}

/** A header with all that is made of its one spelling; for headers so long that spelling them again would tell. */
export function sealHeader(
  header: ChangeHeader,
  sign: Sign,
): { readonly id: ChangeId; readonly text: string; readonly signature: string } {
  // Digests need no escape, so that their list is spelt at once; inside a text the quotes of `"ops"` would be escaped.
  const text = canonicalText({ ...header, ops: [] }).replace(
    '"ops":[]',
    () => `"ops":${JSON.stringify(header.ops)}`,
  );
  const bytes = underDomain(utf8ToBytes(text));
  return { id: sha256Hex(bytes.subarray(DOMAIN.length)) as ChangeId, text, signature: sign(bytes) };
}

export type Sign = (bytes: Uint8Array) => string;
export type Verify = (publicKey: AuthorKey, bytes: Uint8Array, signature: string) => boolean;
