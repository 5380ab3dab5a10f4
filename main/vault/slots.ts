import { randomBytes } from 'node:crypto';
import { canonicalBytes } from '#shared/model/canonical.ts';
import { HEADER_FORMAT, HEADER_VERSION, type Slot } from './header.ts';
import { argon2id, type KdfPolicy, newArgon2Parameters, withinPolicy } from './kdf.ts';
import { hkdf, seal, unseal } from './keys.ts';
import { parseRecoveryCode } from './recovery-code.ts';

const KEY_FILE_BYTES = 64;

/** What a person can unlock a vault with. `recovery` takes the code as typed. */
export type Credential =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'passphrase+keyfile'; readonly passphrase: string; readonly keyFile: Uint8Array }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'keyfile'; readonly keyFile: Uint8Array };

export type PassphraseCredential = Extract<Credential, { readonly passphrase: string }>;
export type SlotSummary = {
  readonly id: string;
  readonly kind: Slot['type'];
  /** True for the one that this session was opened with. */
  readonly current: boolean;
};

/** Content for a new key file: as good as a key, to be kept on a medium of its own. */
export const newKeyFile = (): Buffer => randomBytes(KEY_FILE_BYTES);

/** False when the credential cannot fit any slot: a mistyped recovery code, a file that is no key file. */
export function wellFormed(credential: Credential): boolean {
  if (credential.kind === 'recovery') return parseRecoveryCode(credential.code) !== undefined;
  if (credential.kind === 'passphrase') return true;
  return credential.keyFile.length === KEY_FILE_BYTES;
}

/** Wraps the master key for a credential. */
export async function makeSlot(
  vaultId: string,
  master: Uint8Array,
  credential: Credential,
  policy: KdfPolicy,
): Promise<Slot> {
  const bare = bareSlot(credential, policy);
  const key = await wrappingKey(bare, credential);
  const wrap = seal(key, master, binding(vaultId, bare)).toString('base64');
  key.fill(0);
  return { ...bare, wrap };
}

/** The master key, when the credential fits this slot; `refused` when the slot asks for a derivation out of policy. */
export async function unwrapSlot(
  vaultId: string,
  slot: Slot,
  credential: Credential,
  policy: KdfPolicy,
): Promise<Buffer | 'refused' | undefined> {
  if (slot.type !== credential.kind) return undefined;
  if (slot.kdf.alg === 'argon2id' && !withinPolicy(slot.kdf, policy)) return 'refused';
  const key = await wrappingKey(slot, credential);
  const master = unseal(key, Buffer.from(slot.wrap, 'base64'), binding(vaultId, slot));
  key.fill(0);
  return master;
}

type BareSlot = Slot extends infer S ? (S extends Slot ? Omit<S, 'wrap'> : never) : never;

function bareSlot(credential: Credential, policy: KdfPolicy): BareSlot {
  const id = randomBytes(8).toString('hex');
  const salt = randomBytes(32).toString('base64');
  switch (credential.kind) {
    case 'passphrase':
    case 'passphrase+keyfile':
      return { id, type: credential.kind, kdf: newArgon2Parameters(policy) };
    case 'recovery':
    case 'keyfile':
      return { id, type: credential.kind, kdf: { alg: 'hkdf-sha256', salt } };
  }
}

/** Everything that says how a slot is opened is bound to the wrapped key: changing it makes the slot fit nobody. */
const binding = (vaultId: string, { id, type, kdf }: BareSlot): Uint8Array =>
  canonicalBytes({ format: HEADER_FORMAT, version: HEADER_VERSION, vaultId, id, type, kdf });

async function wrappingKey(slot: BareSlot, credential: Credential): Promise<Buffer> {
  const salt = Buffer.from(slot.kdf.salt, 'base64');
  const secret = await secretOf(slot, credential);
  try {
    return hkdf(secret, salt, `waarborg/slot/${slot.type}/v1`);
  } finally {
    secret.fill(0);
  }
}

async function secretOf(slot: BareSlot, credential: Credential): Promise<Buffer> {
  if (credential.kind === 'keyfile') return Buffer.from(credential.keyFile);
  if (credential.kind === 'recovery') {
    const secret = parseRecoveryCode(credential.code);
    if (!secret) throw new Error('a recovery code is checked before it is used');
    return secret;
  }
  if (slot.kdf.alg !== 'argon2id') throw new Error('a passphrase slot is derived by Argon2id');
  const stretched = await argon2id(credential.passphrase, slot.kdf);
  if (credential.kind === 'passphrase') return stretched;
  const both = Buffer.concat([stretched, credential.keyFile]);
  stretched.fill(0);
  return both;
}
