import path from 'node:path';
import { copyStore } from '#db/backup.ts';
import type { Store } from '#db/handle.ts';
import type { PageReport } from '#db/verify-pages.ts';
import { fail, type Result } from '#shared/result.ts';
import { isNotWritable, makeNewFolder, syncFolder } from './durable.ts';
import { type VaultError, vaultFailure } from './errors.ts';
import type { SignedHeader } from './header.ts';
import { writeFirstCopy, writeSecondCopy } from './header-files.ts';

export type BackupSource = {
  readonly header: SignedHeader;
  readonly store: Store;
  readonly key: Uint8Array;
  readonly nativeBinding: string | undefined;
};

/** See `OpenVault.backupTo`. An unfinished folder is left for its owner to look at, and holds no header. */
export async function writeBackup(
  { header, store, key, nativeBinding }: BackupSource,
  folder: string,
): Promise<Result<PageReport, VaultError>> {
  try {
    if (!makeNewFolder(folder)) return fail('fileExists');
    const copied = await copyStore(store, { file: path.join(folder, header.database), key, nativeBinding });
    if (!copied.ok) return vaultFailure(copied.error);
    writeFirstCopy(folder, header);
    writeSecondCopy(folder, header);
    syncFolder(path.dirname(folder));
    return copied;
  } catch (error) {
    if (isNotWritable(error)) return fail('notWritable');
    throw error;
  }
}
