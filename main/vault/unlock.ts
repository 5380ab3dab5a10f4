import { fail, ok, type Result } from '#shared/result.ts';
import type { VaultError } from './errors.ts';
import { headerAuthentic, type SignedHeader } from './header.ts';
import { loadHeader } from './header-files.ts';
import type { KdfPolicy } from './kdf.ts';
import { type MasterKeys, masterKeys } from './keys.ts';
import { type Credential, unwrapSlot, wellFormed } from './slots.ts';

export type Unlocked = {
  readonly header: SignedHeader;
  /** One of the two header copies must be rewritten. */
  readonly stale: boolean;
  readonly keys: MasterKeys;
  /** The slot that the credential fits. */
  readonly slotId: string;
};

/** Reads the header of a vault folder and opens it with a credential. Writes nothing; the caller wipes the keys. */
export async function unlock(
  folder: string,
  credential: Credential,
  policy: KdfPolicy,
): Promise<Result<Unlocked, VaultError>> {
  const loaded = loadHeader(folder);
  if (loaded.kind === 'future') return fail('vaultFromFuture', { part: 'header' });
  if (loaded.kind !== 'valid') return fail('vaultDamaged', { part: 'header' });
  const found = await unlockHeader(loaded.header, credential, policy);
  return found.ok ? ok({ ...found.value, header: loaded.header, stale: loaded.stale }) : found;
}

/** Tries the slots of the credential's kind; then the header as a whole must be the one that the owner wrote. */
export async function unlockHeader(
  header: SignedHeader,
  credential: Credential,
  policy: KdfPolicy,
): Promise<Result<Pick<Unlocked, 'keys' | 'slotId'>, VaultError>> {
  if (!wellFormed(credential)) return fail('wrongCredential', { reason: 'malformed' });
  let refused = false;
  for (const slot of header.slots) {
    const master = await unwrapSlot(header.vaultId, slot, credential, policy);
    if (master === 'refused') refused = true;
    if (master === 'refused' || master === undefined) continue;
    const keys = masterKeys(master, header.vaultId);
    if (headerAuthentic(header, keys)) return ok({ keys, slotId: slot.id });
    keys.wipe();
    return fail('vaultHeaderTampered', { reason: 'mac' });
  }
  // No slot that we make asks for a derivation outside the policy: someone else wrote this one.
  return refused ? fail('vaultHeaderTampered', { reason: 'kdf' }) : fail('wrongCredential');
}
