import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

/** First 128 bits of the SHA-256 of an age recipient string: 32 lower-case hexadecimal characters. */
export const RecipientFingerprint = z.string().regex(/^[0-9a-f]{32}$/);

/** Fingerprint by which an envelope names a recipient; post-quantum recipient strings are too long to repeat. */
export const recipientFingerprint = (recipient: string): string =>
  bytesToHex(sha256(utf8ToBytes(recipient))).slice(0, 32);

/** Number of a signing key as minisign prints it: 16 upper-case hexadecimal characters. */
export const KeyId = z.string().regex(/^[0-9A-F]{16}$/);

/**
 * The eight key-id bytes of a signing key, in file order: the first bytes of SHA-256 over the raw Ed25519 key. Derived,
 * so that a number cannot be claimed by another key (minisign itself draws it at random).
 * @throws when `signingKey` is not hexadecimal.
 */
export const keyIdBytes = (signingKey: string): Uint8Array => sha256(hexToBytes(signingKey)).slice(0, 8);

/** The key id of a signing key (64 hexadecimal characters) in minisign's print: bytes in reverse order. */
export const keyIdOf = (signingKey: string): string => printKeyId(keyIdBytes(signingKey));

/** Whether a stranger's key id is that of the stranger's signing key; false, too, for anything that is no key. */
export const isKeyIdOf = (keyId: string, signingKey: string): boolean =>
  /^[0-9a-f]{64}$/.test(signingKey) && keyId === keyIdOf(signingKey);

/** Eight key-id bytes in file order, as minisign prints them. */
export const printKeyId = (bytes: Uint8Array): string => bytesToHex(bytes.toReversed()).toUpperCase();

/**
 * What two people read to each other over another channel before they trust a key: the first 128 bits of SHA-256 over
 * the raw Ed25519 key, in eight groups of four hexadecimal characters.
 */
export const signingFingerprint = (signingKey: string): string =>
  (
    bytesToHex(sha256(hexToBytes(signingKey)))
      .slice(0, 32)
      .match(/.{4}/g) ?? []
  ).join(' ');
