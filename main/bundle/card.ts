import { Encrypter } from 'age-encryption';
import { Card, type CardBody, cardBytes, MAX_CARD } from '#shared/bundle/card.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import { ok, type Result } from '#shared/result.ts';
import { signBytes, signingKeyOf, verifyBytes } from './ed25519.ts';
import { publicKeysOf, type SecretKeys } from './keys.ts';
import { minisignKey } from './minisign.ts';
import { refusal } from './refused.ts';

export type CardOwner = { readonly name: string; readonly department: string; readonly created: string };

/** The text of the owner's contact card, ready to be written to a file. */
export async function makeCard(keys: SecretKeys, owner: CardOwner): Promise<string> {
  const { signingKey, keyId, classical, postQuantum } = await publicKeysOf(keys);
  const card: CardBody = {
    format: 'waarborg-card/1',
    ...owner,
    signingKey,
    keyId,
    minisign: minisignKey(signingKey),
    recipients: { classical, postQuantum },
  };
  const signature = Buffer.from(signBytes(cardBytes(card), signingKeyOf(keys.signingSeed))).toString('hex');
  return `${canonicalText(Card.parse({ card, signature }))}\n`;
}

function isUsableRecipient(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a contact card of a stranger. Success means: well formed, one key signed all of it, the minisign line is that
 * key, both recipients can be encrypted to. It does not mean that the name is true.
 */
export function parseCard(text: string): Result<CardBody, 'bundleRefused'> {
  const malformed = refusal('cardMalformed');
  if (text.length > MAX_CARD) return malformed;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return malformed;
  }
  const parsed = Card.safeParse(json);
  if (!parsed.success) return malformed;
  const { card, signature } = parsed.data;
  if (!verifyBytes(cardBytes(card), Buffer.from(signature, 'hex'), card.signingKey))
    return refusal('cardSignatureInvalid');
  const usable = Object.values(card.recipients).every(isUsableRecipient);
  return usable && card.minisign === minisignKey(card.signingKey) ? ok(card) : malformed;
}
