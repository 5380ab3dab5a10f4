import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type FileLock, lockFile } from '#db/lock.ts';
import { fail, type Result } from '#shared/result.ts';
import { isNotWritable, systemCode } from './durable.ts';
import { type VaultError, vaultFailure } from './errors.ts';
import { HEADER_FILES } from './header-files.ts';

const LOCK_FILE = 'vault.lock';
const DATABASE = /^vault(\.\d+)?\.db$/;
const DATABASE_PARTS = /^(vault(?:\.\d+)?\.db)(?:\.new)?(?:-wal|-shm|-journal)?$/;

/** What of a vault a folder holds. A folder that is not there holds nothing. */
export function vaultParts(folder: string): { readonly header: boolean; readonly database: boolean } {
  const names = namesIn(folder);
  return {
    header: HEADER_FILES.some((name) => names.includes(name)),
    database: names.some((name) => DATABASE.test(name)),
  };
}

/** Keeps every other process, and every other opening in this one, out of the vault until released. */
export function lockVault(folder: string, nativeBinding?: string): Result<FileLock, VaultError> {
  const lock = lockFile(path.join(folder, LOCK_FILE), nativeBinding);
  if (lock.ok) return lock;
  return lock.error.code === 'storeDamaged' ? fail('notWritable') : vaultFailure(lock.error);
}

/**
 * Removes database files that the header does not name: what an interrupted change of keys left behind, under
 * keys that nobody holds any more. Only after the named one has opened.
 */
export function removeLeftovers(folder: string, database: string): void {
  removeParts(folder, (owner, name) => owner !== database || name.includes('.new'));
}

/** Removes one closed database with everything that belongs to it. */
export function removeDatabase(folder: string, database: string): void {
  removeParts(folder, (owner) => owner === database);
}

function removeParts(folder: string, unwanted: (database: string, name: string) => boolean): void {
  for (const name of namesIn(folder)) {
    const database = DATABASE_PARTS.exec(name)?.[1];
    if (database === undefined || !unwanted(database, name)) continue;
    try {
      rmSync(path.join(folder, name), { force: true });
    } catch (error) {
      // Held open by someone, such as a virus scanner: the next opening tries again.
      if (!isNotWritable(error)) throw error;
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return [];
    throw error;
  }
}
