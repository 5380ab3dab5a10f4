import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalizeJson from 'canonicalize';

/** Any value that JSON can carry. Canonical form refuses NaN, Infinity and lone surrogates. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * RFC 8785 (JSON Canonicalization Scheme) text of a value: one spelling for one value, so that digests and
 * signatures do not depend on key order or white space. Members that are `undefined` are left out.
 * @throws TypeError when the value is not JSON (NaN, Infinity, undefined at the top, lone surrogates).
 */
export function canonicalText(value: unknown): string {
  const text = canonicalizeJson(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  if (!text.isWellFormed()) throw new TypeError('text with a lone surrogate has no UTF-8 form');
  return text;
}

/** UTF-8 bytes of the canonical text. */
export const canonicalBytes = (value: unknown): Uint8Array => utf8ToBytes(canonicalText(value));

/** SHA-256 as 64 lower-case hexadecimal characters. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
