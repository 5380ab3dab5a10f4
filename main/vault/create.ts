import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { openStore, type Store } from '#db/handle.ts';
import { migrations } from '#db/migrations/index.ts';
import { createStore, recordHeaderGeneration } from '#db/store.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { syncFolder } from './durable.ts';
import { type VaultError, vaultFailure } from './errors.ts';
import { vaultParts } from './folder.ts';
import { HEADER_FORMAT, HEADER_VERSION, type SignedHeader, signHeader } from './header.ts';
import { HEADER_FILES, writeFirstCopy, writeSecondCopy } from './header-files.ts';
import { PRODUCTION_KDF } from './kdf.ts';
import { KEY_BYTES, type MasterKeys, masterKeys } from './keys.ts';
import type { OpenVault } from './open-vault.ts';
import { formatRecoveryCode, newRecoverySecret } from './recovery-code.ts';
import { assemble, inLockedFolder, placeOf, type VaultOptions } from './session.ts';
import { type Credential, makeSlot, wellFormed } from './slots.ts';
import { passphraseStrong } from './strength.ts';

const FIRST_DATABASE = 'vault.db';

/**
 * Makes a vault in a folder that holds none; the folder is made when needed. With a key file, both it and the
 * passphrase are needed. The recovery code is answered once and kept nowhere.
 * Fails with `weakPassphrase`, `vaultExists`, `vaultInUse`, `notWritable`, `migrationFailed`, `badInput` (key file).
 */
export async function createVault(
  dir: string,
  first: { readonly passphrase: string; readonly keyFile?: Uint8Array },
  options: VaultOptions = {},
): Promise<Result<{ readonly vault: OpenVault; readonly recoveryCode: string }, VaultError>> {
  const { passphrase, keyFile } = first;
  if (!passphraseStrong(passphrase)) return fail('weakPassphrase');
  const credential: Credential = keyFile
    ? { kind: 'passphrase+keyfile', passphrase, keyFile }
    : { kind: 'passphrase', passphrase };
  if (!wellFormed(credential)) return fail('badInput', { field: 'keyFile' });
  if (holdsVault(dir)) return fail('vaultExists');
  return inLockedFolder(dir, true, options, async (lock) => {
    if (holdsVault(dir)) return fail('vaultExists');
    const policy = options.kdf ?? PRODUCTION_KDF;
    const vaultId = randomBytes(16).toString('hex');
    const keys = masterKeys(randomBytes(KEY_BYTES), vaultId);
    const recoveryCode = formatRecoveryCode(newRecoverySecret());
    const slot = await makeSlot(vaultId, keys.master, credential, policy);
    const recovery = await makeSlot(vaultId, keys.master, { kind: 'recovery', code: recoveryCode }, policy);
    const header = signHeader(
      {
        format: HEADER_FORMAT,
        version: HEADER_VERSION,
        vaultId,
        generation: 1,
        database: FIRST_DATABASE,
        slots: [slot, recovery],
        anchor: null,
      },
      keys,
    );
    const store = makeStore(dir, header, keys, options);
    if (!store.ok) {
      keys.wipe();
      return store;
    }
    const unlocked = { header, keys, slotId: slot.id, stale: false };
    return ok({ vault: assemble(dir, unlocked, store.value, lock, options), recoveryCode });
  });
}

const holdsVault = (dir: string): boolean => {
  const { header, database } = vaultParts(dir);
  return header || database;
};

/** The header comes last: it makes the folder a vault. What was made before is taken back when a step fails. */
function makeStore(
  dir: string,
  header: SignedHeader,
  keys: MasterKeys,
  options: VaultOptions,
): Result<Store, VaultError> {
  const place = placeOf(dir, { header, keys }, options);
  const created = createStore(place, options.migrations ?? migrations);
  if (!created.ok) return vaultFailure(created.error);
  let store: Store | undefined;
  try {
    const opened = openStore(place);
    if (!opened.ok) throw new Error(`a store just made does not open: ${opened.error.code}`);
    store = opened.value;
    recordHeaderGeneration(store, header.generation);
    syncFolder(dir);
    writeFirstCopy(dir, header);
    writeSecondCopy(dir, header);
    return ok(store);
  } catch (error) {
    store?.close();
    for (const file of [...HEADER_FILES, header.database]) rmSync(path.join(dir, file), { force: true });
    throw error;
  }
}
