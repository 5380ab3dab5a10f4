import { z } from 'zod';
import { LogId, OpDigest, RecordId } from '../model/ids.ts';
import { Marking } from '../model/marking.ts';
import { inCase, RecordRef } from './common.ts';
import { action, command, job, nothing, query } from './contract.ts';

export const Contact = z.object({
  record: RecordId,
  digests: z.array(OpDigest),
  name: z.string(),
  department: z.string(),
  fingerprint: z.string(),
  trusted: z.boolean(),
});
export type Contact = z.infer<typeof Contact>;

/** What a bundle says of itself once it is open and its signature checked. */
export const BundlePreview = z.object({
  token: z.string(),
  sender: z.object({
    name: z.string(),
    department: z.string(),
    fingerprint: z.string(),
    trusted: z.boolean(),
  }),
  created: z.string(),
  caseTitle: z.string(),
  logId: LogId,
  known: z.boolean(),
  /** Changes in it, those new to us, records that would be in conflict, op bodies withheld, attachments. */
  counts: z.object({
    changes: z.int(),
    newChanges: z.int(),
    conflicts: z.int(),
    withheld: z.int(),
    attachments: z.int(),
  }),
});
export type BundlePreview = z.infer<typeof BundlePreview>;

/** What a marking ceiling would let out of a case, before anything leaves. */
export const CeilingScope = z.object({
  /** False when the case itself stays behind; then nothing can be shared under this ceiling. */
  possible: z.boolean(),
  /** Live records that go, their highest marking, those above the ceiling, and those that stay because they point there. */
  going: z.int(),
  marking: Marking,
  above: z.int(),
  pulled: z.int(),
  /** Records that go and name, in their words, something that stays: at most fifty, and how many there are. */
  mentions: z.array(RecordRef),
  mentioning: z.int(),
});
export type CeilingScope = z.infer<typeof CeilingScope>;

export const exchangeContract = {
  'contacts.list': query(nothing, z.array(Contact)),
  /** Adds a contact from a picked card file; the person compares the fingerprint before `trusted` is set. */
  'contacts.add': command(
    z.strictObject({ token: z.string().max(100), trusted: z.boolean() }),
    z.object({ contact: Contact }),
  ),
  'contacts.trust': command(
    z.strictObject({ record: RecordId, base: z.array(OpDigest), trusted: z.boolean() }),
    z.object({}),
  ),
  /** Saves our own signed contact card. */
  'contacts.saveCard': action(nothing, z.object({ saved: z.boolean() })),
  'exchange.scope': query(inCase.extend({ ceiling: Marking }), CeilingScope),
  /** Seals the case; with a ceiling the receiver sees how much is withheld, but not what. */
  'bundle.export': job(
    inCase.extend({
      ceiling: Marking.optional(),
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(1_000) }),
        z.strictObject({
          kind: z.literal('contacts'),
          contacts: z.array(RecordId).min(1).max(50),
          quantumSafe: z.boolean(),
        }),
      ]),
    }),
    z.object({
      saved: z.boolean(),
      name: z.string().optional(),
      bytes: z.int().optional(),
      withheld: z.int().optional(),
    }),
  ),
  /** Opens a picked bundle in memory and says what merging it would do; writes nothing. */
  'bundle.preview': job(
    z.strictObject({ token: z.string().max(100), passphrase: z.string().max(1_000).optional() }),
    BundlePreview,
  ),
  'bundle.merge': command(
    z.strictObject({ token: z.string().max(100), trustSender: z.boolean() }),
    z.object({ logId: LogId, newChanges: z.int(), conflicts: z.int() }),
  ),
} as const;
