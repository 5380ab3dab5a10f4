import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** DER shells around a raw Ed25519 seed and a raw public key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Private key of a 32-byte seed. The DER copy is wiped; the caller keeps and wipes the seed. */
export function signingKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes');
  const der = Buffer.concat([PKCS8, seed]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

/** Raw public key, 64 lower-case hexadecimal characters. */
export const publicHexOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length).toString('hex');

export const signBytes = (message: Uint8Array, key: KeyObject): Uint8Array => sign(null, message, key);

/** False for a wrong signature and for bytes that are no key. */
export function verifyBytes(message: Uint8Array, signature: Uint8Array, publicHex: string): boolean {
  const raw = Buffer.from(publicHex, 'hex');
  if (raw.length !== 32 || signature.length !== 64) return false;
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
}
