import { z } from 'zod';
import { canonicalText } from '../model/canonical.ts';
import { Instant } from '../model/dates.ts';
import { AuthorKey, LogId } from '../model/ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { isKeyIdOf, KeyId, RecipientFingerprint } from './fingerprint.ts';
import { displayLine } from './text.ts';

/** The only format that this version writes and reads. */
export const BUNDLE_FORMAT = 'waarborg-bundle/1';

const count = z.int().nonnegative();

/** What the caller knows of a bundle before it is made. */
export const EnvelopeDraft = z.strictObject({
  created: Instant,
  caseId: LogId,
  /** Highest marking of what is inside, as its sender's pack names it. */
  marking: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  /** Changes inside, ops inside, ops of which only the digest is inside, attachments inside. */
  counts: z.strictObject({ changes: count, ops: count, withheld: count, attachments: count }),
  /** The sender's log at the time: number of changes, and the digest that stands for all of them (design 5). */
  anchor: z.strictObject({ size: count, head: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type EnvelopeDraft = z.infer<typeof EnvelopeDraft>;

/**
 * Who sent what to whom: inside the encryption and under the signature. Recipients are named here so that nobody can
 * pass the bundle on as if it had been sent to another (surreptitious forwarding); the list is empty in a bundle that
 * is sealed with a passphrase, which has no addressee. `id` is random and is what replays are known by.
 */
export const Envelope = EnvelopeDraft.extend({
  format: z.literal(BUNDLE_FORMAT),
  id: z.uuid().regex(/^[0-9a-f-]+$/),
  sender: z
    .strictObject({
      keyId: KeyId,
      signingKey: AuthorKey,
      name: displayLine(400),
      department: displayLine(400),
    })
    .refine((sender) => isKeyIdOf(sender.keyId, sender.signingKey), { error: 'keyIdMismatch' }),
  recipients: z
    .array(RecipientFingerprint)
    .max(200)
    .refine((list) => list.every((one, i) => i === 0 || (list[i - 1] as string) < one), {
      error: 'notSorted',
    }),
  /** Files under `data/` and the sum of their sizes in bytes. */
  files: count,
  bytes: count,
});
export type Envelope = z.infer<typeof Envelope>;

/** Content of `envelope.json`: canonical JSON and a line feed. */
export const envelopeText = (envelope: Envelope): string => `${canonicalText(envelope)}\n`;

/**
 * Reads `envelope.json` of a stranger. Only the canonical spelling is accepted, so that two readers (double keys,
 * number forms) cannot see two envelopes under one signature.
 * Failure: `formatFromFuture` for a newer format of ours, otherwise `envelopeMalformed`.
 */
export function parseEnvelope(text: string): Result<Envelope, 'formatFromFuture' | 'envelopeMalformed'> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('envelopeMalformed');
  }
  const format = z.object({ format: z.string() }).safeParse(json).data?.format;
  if (format !== undefined && format !== BUNDLE_FORMAT && /^waarborg-bundle\/\d+$/.test(format))
    return fail('formatFromFuture');
  const parsed = Envelope.safeParse(json);
  if (!parsed.success || envelopeText(parsed.data) !== text) return fail('envelopeMalformed');
  return ok(parsed.data);
}

/** The signature's trusted comment: ties the minisign file to this bundle, readable with minisign alone. */
export const trustedComment = (id: string): string => `${BUNDLE_FORMAT} ${id}`;
