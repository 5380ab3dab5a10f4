import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalText } from '../model/canonical.ts';
import { Instant } from '../model/dates.ts';
import { AuthorKey } from '../model/ids.ts';
import { isKeyIdOf, KeyId } from './fingerprint.ts';
import { recipientKind } from './recipients.ts';
import { displayLine } from './text.ts';

/** Longest contact card file, in UTF-16 units; equal to what the contact record holds. */
export const MAX_CARD = 20_000;

/**
 * What a person hands to another to exchange bundles: who they are, the key they sign with and what to encrypt to. It
 * proves that these belong together, not that the name is true: that takes the fingerprint over another channel.
 */
export const CardBody = z
  .strictObject({
    format: z.literal('waarborg-card/1'),
    name: displayLine(400),
    department: displayLine(400),
    created: Instant,
    /** Raw Ed25519 key; `minisign` is the same key as minisign's `-P` takes it. */
    signingKey: AuthorKey,
    keyId: KeyId,
    minisign: z.string().regex(/^[A-Za-z0-9+/]{56}$/),
    recipients: z.strictObject({ classical: z.string(), postQuantum: z.string() }),
  })
  .refine((card) => isKeyIdOf(card.keyId, card.signingKey), { error: 'keyIdMismatch' })
  .refine((card) => recipientKind(card.recipients.classical) === 'classical', { error: 'recipientInvalid' })
  .refine((card) => recipientKind(card.recipients.postQuantum) === 'postQuantum', {
    error: 'recipientInvalid',
  });
export type CardBody = z.infer<typeof CardBody>;

/** A card as a file: the body and its own key's Ed25519 signature over `cardBytes`, 128 hexadecimal characters. */
export const Card = z.strictObject({ card: CardBody, signature: z.string().regex(/^[0-9a-f]{128}$/) });
export type Card = z.infer<typeof Card>;

/** What a card's signature covers: a word that no other signature of ours starts with, and the canonical body. */
export const cardBytes = (body: CardBody): Uint8Array =>
  utf8ToBytes(`waarborg/contact-card/v1\n${canonicalText(body)}`);
