import { openStore, type Store } from '#db/handle.ts';
import { migrations } from '#db/migrations/index.ts';
import { inspectStore, migrateStore, recordHeaderGeneration } from '#db/store.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type VaultError, vaultFailure } from './errors.ts';
import { removeLeftovers, vaultParts } from './folder.ts';
import { writeFirstCopy, writeSecondCopy } from './header-files.ts';
import { PRODUCTION_KDF } from './kdf.ts';
import type { OpenVault } from './open-vault.ts';
import { assemble, inLockedFolder, placeOf, type VaultOptions } from './session.ts';
import type { Credential } from './slots.ts';
import { type Unlocked, unlock } from './unlock.ts';

/**
 * Opens a vault with a credential. Four failures that are never mixed up: `wrongCredential`, `vaultDamaged` (and
 * `vaultHeaderTampered`, `vaultRolledBack` when someone changed or put back a part), `vaultFromFuture`,
 * `migrationFailed`. Further `vaultMissing`, `vaultInUse`, `notWritable`. A failed opening changes nothing.
 */
export async function openVault(
  dir: string,
  credential: Credential,
  options: VaultOptions = {},
): Promise<Result<OpenVault, VaultError>> {
  const parts = vaultParts(dir);
  if (!parts.header) return parts.database ? fail('vaultDamaged', { part: 'header' }) : fail('vaultMissing');
  return inLockedFolder(dir, false, options, async (lock) => {
    const unlocked = await unlock(dir, credential, options.kdf ?? PRODUCTION_KDF);
    if (!unlocked.ok) return unlocked;
    const store = settleStore(dir, unlocked.value, options);
    if (!store.ok) {
      unlocked.value.keys.wipe();
      return store;
    }
    return ok(assemble(dir, unlocked.value, store.value, lock, options));
  });
}

/** Decides from a read-only look, migrates if needed, opens, and only then tidies the folder. */
function settleStore(dir: string, unlocked: Unlocked, options: VaultOptions): Result<Store, VaultError> {
  const { header, stale } = unlocked;
  const list = options.migrations ?? migrations;
  const place = placeOf(dir, unlocked, options);
  const seen = inspectStore(place, list);
  if (!seen.ok) return vaultFailure(seen.error);
  const { schema, headerGeneration } = seen.value;
  if (schema.kind === 'foreign') return fail('vaultDamaged', { part: 'storeForeign' });
  if (schema.kind === 'future') return fail('vaultFromFuture', { part: 'store' });
  if (headerGeneration > header.generation) return fail('vaultRolledBack', { part: 'header' });
  if (schema.kind !== 'current') {
    const migrated = migrateStore(place, list);
    if (!migrated.ok) return vaultFailure(migrated.error);
  }
  const store = openStore(place);
  if (!store.ok) return vaultFailure(store.error);
  try {
    if (stale) {
      writeFirstCopy(dir, header);
      writeSecondCopy(dir, header);
    }
    removeLeftovers(dir, header.database);
    recordHeaderGeneration(store.value, header.generation);
    return store;
  } catch (error) {
    store.value.close();
    throw error;
  }
}
