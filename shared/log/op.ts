import { z } from 'zod';
import { canonicalBytes, canonicalText, type Json, sha256Hex } from '../model/canonical.ts';
import { OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';

/**
 * A new version of one record. `base` names the versions it replaces (none for a first version, two or more when it
 * settles a conflict); `body` is null when the record is withdrawn. The salt (128 random bits) makes the digest of a
 * withheld op say nothing of its content. `type` is any word: a newer app may know types that this one does not.
 */
export const Op = z.strictObject({
  v: z.literal(1),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  record: RecordId,
  type: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  base: z.array(OpDigest).max(1_000),
  marking: Marking,
  body: z.union([z.record(z.string(), z.json()), z.null()]),
});
export type Op = Omit<z.infer<typeof Op>, 'body'> & {
  readonly body: { readonly [key: string]: Json } | null;
};

/** Digest of an op: SHA-256 over its canonical bytes, salt included. */
export const digestOp = (op: Op): OpDigest => sha256Hex(canonicalBytes(op)) as OpDigest;

/** The spelling under which an op is kept, sent and hashed. */
export const opText = (op: Op): string => canonicalText(op);
