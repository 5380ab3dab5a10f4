import { z } from 'zod';
import { canonicalBytes, canonicalText, type Json, sha256Hex } from '#shared/model/canonical.ts';
import { type MasterKeys, sameText, seal, unseal } from './keys.ts';

export const HEADER_FORMAT = 'waarborg-vault';
export const HEADER_VERSION = 1;
export const MAX_SLOTS = 16;
const MAX_HEADER_BYTES = 256 * 1024;

/** Base64 of exactly so many bytes. */
const base64Of = (bytes: number) => z.base64().length(Math.ceil(bytes / 3) * 4);
const WRAPPED_KEY_BYTES = 12 + 32 + 16;
const argon2 = z.strictObject({
  alg: z.literal('argon2id'),
  passes: z.int().positive(),
  memoryKiB: z.int().positive(),
  salt: base64Of(16),
});
const direct = z.strictObject({ alg: z.literal('hkdf-sha256'), salt: base64Of(32) });

const slotOf = <Type extends string, Kdf extends z.ZodType>(type: Type, kdf: Kdf) =>
  z.strictObject({
    id: z.string().regex(/^[0-9a-f]{16}$/),
    type: z.literal(type),
    kdf,
    wrap: base64Of(WRAPPED_KEY_BYTES),
  });

const slotSchema = z.discriminatedUnion('type', [
  slotOf('passphrase', argon2),
  slotOf('passphrase+keyfile', argon2),
  slotOf('recovery', direct),
  slotOf('keyfile', direct),
  // Reserved: a key kept by the operating system's keychain, only ever as an extra. Not offered yet.
  slotOf('keychain', direct),
]);

const headerSchema = z.strictObject({
  format: z.literal(HEADER_FORMAT),
  version: z.literal(HEADER_VERSION),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  /** Rises by one with every rewrite of the header. */
  generation: z.int().positive(),
  /** File name of the database beside the header. */
  database: z.string().regex(/^vault(\.\d{1,10})?\.db$/),
  slots: z.array(slotSchema).min(1).max(MAX_SLOTS),
  /** Sealed: the heads of the case logs that the owner last saw, outside the database. */
  anchor: z.base64().nullable(),
});
const signedSchema = headerSchema.extend({
  /** HMAC-SHA256 over the canonical header without mac and checksum: only who has the master key can make it. */
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Slot = z.infer<typeof slotSchema>;
export type Header = z.infer<typeof headerSchema>;
export type SignedHeader = z.infer<typeof signedSchema>;

export type ReadHeader =
  | { readonly kind: 'valid'; readonly header: SignedHeader }
  | { readonly kind: 'future' }
  | { readonly kind: 'damaged' };

/** The header with its mac, made under the vault's keys. */
export const signHeader = (header: Header, keys: MasterKeys): SignedHeader => ({
  ...header,
  mac: keys.headerMac(canonicalBytes(header)),
});

/** True when the header was written by someone who had the master key, and not changed since. */
export function headerAuthentic(signed: SignedHeader, keys: MasterKeys): boolean {
  const { mac, ...header } = signed;
  return sameText(mac, keys.headerMac(canonicalBytes(header)));
}

/** File text: canonical JSON and a line end. The checksum tells damage from a wrong passphrase, no more. */
export const headerText = (signed: SignedHeader): string =>
  `${canonicalText({ ...signed, checksum: sha256Hex(canonicalBytes(signed)) })}\n`;

/**
 * Reads a header text. The rule of text form and checksum holds for every format version, so that damage to the
 * version number does not pass for a file from the future.
 */
export function readHeader(text: string): ReadHeader {
  const parsed = text.length <= MAX_HEADER_BYTES ? parseJson(text) : undefined;
  const shell = z
    .looseObject({ checksum: z.string(), format: z.string(), version: z.int() })
    .safeParse(parsed);
  if (!shell.success) return { kind: 'damaged' };
  const { checksum, ...rest } = shell.data;
  if (!isCanonical(text, shell.data) || checksum !== sha256Hex(canonicalBytes(rest)))
    return { kind: 'damaged' };
  if (rest.format === HEADER_FORMAT && rest.version > HEADER_VERSION) return { kind: 'future' };
  const signed = signedSchema.safeParse(rest);
  return signed.success ? { kind: 'valid', header: signed.data } : { kind: 'damaged' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** False for any other spelling of the same value, and for text that has no canonical form at all. */
function isCanonical(text: string, value: unknown): boolean {
  try {
    return text === `${canonicalText(value)}\n`;
  } catch {
    return false;
  }
}

const anchorBinding = (vaultId: string): Uint8Array =>
  canonicalBytes({ format: HEADER_FORMAT, purpose: 'anchor', vaultId });

export const sealAnchor = (anchor: Json, vaultId: string, keys: MasterKeys): string =>
  seal(keys.anchor, canonicalBytes(anchor), anchorBinding(vaultId)).toString('base64');

/** The anchor in an authentic header, or null when none was written yet. */
export function openAnchor(header: Header, keys: MasterKeys): Json | null {
  if (header.anchor === null) return null;
  const plain = unseal(keys.anchor, Buffer.from(header.anchor, 'base64'), anchorBinding(header.vaultId));
  if (!plain) throw new Error('an authentic header holds an anchor that does not open');
  return JSON.parse(plain.toString('utf8'));
}
