import type { KeyObject } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import { keyIdBytes, keyIdOf, printKeyId } from '#shared/bundle/fingerprint.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { publicHexOf, signBytes, verifyBytes } from './ed25519.ts';

// The minisign file forms (https://jedisct1.github.io/minisign/). BLAKE2b comes from noble: Electron's own crypto has
// none. It is slow, so only small texts are signed: manifests, never payloads.

const KEY_ALGORITHM = Buffer.from('Ed');
const PREHASHED = Buffer.from('ED');
const UNTRUSTED = 'untrusted comment: ';
const TRUSTED = 'trusted comment: ';

const prehash = (message: Uint8Array): Uint8Array => blake2b(message, { dkLen: 64 });

/** One line of base64 in its only spelling, or `undefined`. */
function decodeExact(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : undefined;
}

/** The public key as minisign's option `-P` takes it: 56 characters. */
export const minisignKey = (signingKey: string): string =>
  Buffer.concat([KEY_ALGORITHM, keyIdBytes(signingKey), Buffer.from(signingKey, 'hex')]).toString('base64');

/** The signing key (64 hexadecimal characters) out of what `minisignKey` makes; undefined when it is none. */
export function signingKeyOfMinisign(text: string): string | undefined {
  const bytes = decodeExact(text.trim(), 42);
  return bytes?.subarray(0, 2).equals(KEY_ALGORITHM) ? bytes.subarray(10).toString('hex') : undefined;
}

/** A public key file (`minisign -p`). */
export const minisignKeyFile = (signingKey: string): string =>
  `${UNTRUSTED}minisign public key ${keyIdOf(signingKey)}\n${minisignKey(signingKey)}\n`;

/** Signature file over a small message, prehashed form, with a signed one-line comment. */
export function minisignSign(message: Uint8Array, key: KeyObject, trustedComment: string): string {
  if (/[\r\n]/.test(trustedComment)) throw new RangeError('a trusted comment is one line');
  const signature = signBytes(prehash(message), key);
  const global = signBytes(Buffer.concat([signature, Buffer.from(trustedComment)]), key);
  const line = Buffer.concat([PREHASHED, keyIdBytes(publicHexOf(key)), signature]);
  return [
    `${UNTRUSTED}signature by Waarborg`,
    line.toString('base64'),
    TRUSTED + trustedComment,
    Buffer.from(global).toString('base64'),
    '',
  ].join('\n');
}

export type MinisignSignature = {
  /** As printed by minisign; chosen by whoever made the file, so good for looking up a key and no more. */
  readonly keyId: string;
  readonly signature: Uint8Array;
  readonly trustedComment: string;
  readonly global: Uint8Array;
};

/** Reads a signature file: exactly four lines, prehashed form only. Nothing is verified. */
export function parseMinisign(text: string): Result<MinisignSignature, 'signatureMalformed'> {
  const lines = text.split('\n');
  const [untrusted = '', first = '', comment = '', second = '', rest] = lines;
  const line = decodeExact(first, 74);
  const global = decodeExact(second, 64);
  const formed = lines.length === 5 && rest === '' && untrusted.startsWith(UNTRUSTED);
  if (!formed || !comment.startsWith(TRUSTED) || !line || !global || !line.subarray(0, 2).equals(PREHASHED))
    return fail('signatureMalformed');
  return ok({
    keyId: printKeyId(line.subarray(2, 10)),
    signature: line.subarray(10),
    trustedComment: comment.slice(TRUSTED.length),
    global,
  });
}

/** True when both signatures (over the message, and over that signature with its comment) are the key's. */
export const minisignVerify = (
  message: Uint8Array,
  { keyId, signature, trustedComment, global }: MinisignSignature,
  signingKey: string,
): boolean =>
  keyId === keyIdOf(signingKey) &&
  verifyBytes(prehash(message), signature, signingKey) &&
  verifyBytes(Buffer.concat([signature, Buffer.from(trustedComment)]), global, signingKey);
