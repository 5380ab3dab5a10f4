import { randomBytes } from 'node:crypto';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { keyIdOf, recipientFingerprint } from '#shared/bundle/fingerprint.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import { AuthorKey } from '#shared/model/ids.ts';
import { publicHexOf, signingKeyOf } from './ed25519.ts';

const KeysJson = z.strictObject({
  v: z.literal(1),
  signingSeed: z.string().regex(/^[0-9a-f]{64}$/),
  classical: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]+$/),
  postQuantum: z.string().regex(/^AGE-SECRET-KEY-PQ-1[0-9A-Z]+$/),
});

/**
 * The secret keys of one user: an Ed25519 seed to sign with (the author key of the log) and two age identities to
 * receive with. They live in the vault only; `serialiseKeys` is their form there.
 */
export type SecretKeys = {
  readonly signingSeed: Uint8Array;
  readonly classical: string;
  readonly postQuantum: string;
};

/** What others may know of the keys. `signingKey` is the raw Ed25519 key in hexadecimal, the rest are age recipients. */
export type PublicKeys = {
  readonly signingKey: AuthorKey;
  readonly keyId: string;
  readonly classical: string;
  readonly postQuantum: string;
};

export async function generateKeys(): Promise<SecretKeys> {
  const [classical, postQuantum] = await Promise.all([generateX25519Identity(), generateHybridIdentity()]);
  return { signingSeed: randomBytes(32), classical, postQuantum };
}

export async function publicKeysOf(keys: SecretKeys): Promise<PublicKeys> {
  const signingKey = AuthorKey.parse(publicHexOf(signingKeyOf(keys.signingSeed)));
  const [classical, postQuantum] = await Promise.all([
    identityToRecipient(keys.classical),
    identityToRecipient(keys.postQuantum),
  ]);
  return { signingKey, keyId: keyIdOf(signingKey), classical, postQuantum };
}

/** Fingerprints by which an envelope may name the owner of these keys. */
export const fingerprintsOf = (keys: Pick<PublicKeys, 'classical' | 'postQuantum'>): readonly string[] => [
  recipientFingerprint(keys.classical),
  recipientFingerprint(keys.postQuantum),
];

/** Canonical JSON for the vault. A secret: never to a file, a log or the bridge. */
export const serialiseKeys = ({ signingSeed, classical, postQuantum }: SecretKeys): string =>
  canonicalText({ v: 1, signingSeed: Buffer.from(signingSeed).toString('hex'), classical, postQuantum });

/** Reads `serialiseKeys` back. @throws when the vault holds anything else: it is our own, authenticated text. */
export function parseKeys(text: string): SecretKeys {
  const parsed = KeysJson.safeParse(JSON.parse(text));
  // The schema's own message would quote the value, which is a secret.
  if (!parsed.success) throw new Error('the stored keys have an unknown form');
  const { signingSeed, classical, postQuantum } = parsed.data;
  return { signingSeed: Buffer.from(signingSeed, 'hex'), classical, postQuantum };
}
