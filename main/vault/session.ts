import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Store } from '#db/handle.ts';
import type { FileLock } from '#db/lock.ts';
import type { Migration } from '#db/migrate.ts';
import type { StorePlace } from '#db/open.ts';
import { fail, type Result } from '#shared/result.ts';
import { isNotWritable } from './durable.ts';
import type { VaultError } from './errors.ts';
import { lockVault } from './folder.ts';
import { type KdfPolicy, PRODUCTION_KDF } from './kdf.ts';
import { OpenVault } from './open-vault.ts';
import type { Unlocked } from './unlock.ts';

export type VaultOptions = {
  /** How passphrases are stretched; the production policy unless a test says otherwise. */
  readonly kdf?: KdfPolicy;
  /** The released schema steps; the program's own list by default. */
  readonly migrations?: readonly Migration[];
  readonly nativeBinding?: string;
};

/** Where the database of an unlocked vault is and how it opens. */
export const placeOf = (
  dir: string,
  { header, keys }: Pick<Unlocked, 'header' | 'keys'>,
  options: VaultOptions,
): StorePlace => ({
  file: path.join(dir, header.database),
  key: keys.database,
  nativeBinding: options.nativeBinding,
});

/** Runs work under the vault's lock, which goes on to the opened vault on success and is released otherwise. */
export async function inLockedFolder<T>(
  dir: string,
  make: boolean,
  options: VaultOptions,
  work: (lock: FileLock) => Promise<Result<T, VaultError>>,
): Promise<Result<T, VaultError>> {
  let held: FileLock | undefined;
  let keep = false;
  try {
    if (make) mkdirSync(dir, { recursive: true, mode: 0o700 });
    const lock = lockVault(dir, options.nativeBinding);
    if (!lock.ok) return lock;
    held = lock.value;
    const result = await work(held);
    keep = result.ok;
    return result;
  } catch (error) {
    if (isNotWritable(error)) return fail('notWritable');
    throw error;
  } finally {
    if (!keep) held?.release();
  }
}

/** The session over everything that an opening has gathered. */
export const assemble = (
  dir: string,
  unlocked: Pick<Unlocked, 'header' | 'keys' | 'slotId'>,
  store: Store,
  lock: FileLock,
  options: VaultOptions,
): OpenVault =>
  new OpenVault({
    folder: dir,
    header: unlocked.header,
    slotId: unlocked.slotId,
    keys: unlocked.keys,
    store,
    lock,
    policy: options.kdf ?? PRODUCTION_KDF,
    nativeBinding: options.nativeBinding,
  });
