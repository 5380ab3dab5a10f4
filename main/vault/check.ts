import { checkStore, type StoreCheck } from '#db/check.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { VaultError } from './errors.ts';
import { vaultParts } from './folder.ts';
import { PRODUCTION_KDF } from './kdf.ts';
import { inLockedFolder, placeOf, type VaultOptions } from './session.ts';
import type { Credential } from './slots.ts';
import { unlock } from './unlock.ts';

/**
 * Examines a closed vault in full: every page authenticated by a verifier of its own, SQLite's integrity check,
 * foreign keys, full-text indices. Damage of the database is the answer, not a failure; the vault stays closed.
 */
export async function checkVault(
  dir: string,
  credential: Credential,
  options: VaultOptions = {},
): Promise<Result<StoreCheck, VaultError>> {
  const parts = vaultParts(dir);
  if (!parts.header) return parts.database ? fail('vaultDamaged', { part: 'header' }) : fail('vaultMissing');
  if (!parts.database) return fail('vaultDamaged', { part: 'storeMissing' });
  return inLockedFolder(dir, false, options, async (lock) => {
    const unlocked = await unlock(dir, credential, options.kdf ?? PRODUCTION_KDF);
    if (!unlocked.ok) return unlocked;
    try {
      const checked = await checkStore(placeOf(dir, unlocked.value, options));
      lock.release();
      return ok(checked);
    } finally {
      unlocked.value.keys.wipe();
    }
  });
}
