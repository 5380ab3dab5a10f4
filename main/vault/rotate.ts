import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { copyStore, rekeyCopy } from '#db/backup.ts';
import type { Store } from '#db/handle.ts';
import { ok, type Result } from '#shared/result.ts';
import { isNotWritable, syncFolder } from './durable.ts';
import { type VaultError, vaultFailure } from './errors.ts';
import { removeDatabase } from './folder.ts';
import { type Header, openAnchor, type SignedHeader, sealAnchor, signHeader } from './header.ts';
import { writeFirstCopy, writeSecondCopy } from './header-files.ts';
import type { KdfPolicy } from './kdf.ts';
import { KEY_BYTES, type MasterKeys, masterKeys } from './keys.ts';
import { formatRecoveryCode, newRecoverySecret } from './recovery-code.ts';
import { type Credential, makeSlot } from './slots.ts';

export type Rotation = {
  readonly dir: string;
  readonly header: Header;
  readonly keys: MasterKeys;
  readonly store: Store;
  readonly policy: KdfPolicy;
  readonly nativeBinding: string | undefined;
};

/**
 * Gives a vault a new master key: for when someone may hold an old copy of the header and a passphrase that was
 * revoked later. The database is copied, the copy gets the new key and is verified, and the header that names it is
 * the one step that makes it count; a crash before or after leaves a whole vault. The next opening removes the old one.
 * Only `credential` and a new recovery code open the result. Needs as much free space as the database is large.
 */
export async function rotateKeys(
  now: Rotation,
  credential: Credential,
): Promise<Result<{ readonly recoveryCode: string }, VaultError>> {
  const generation = now.header.generation + 1;
  const database = `vault.${generation}.db`;
  const next = masterKeys(randomBytes(KEY_BYTES), now.header.vaultId);
  const copy = {
    file: path.join(now.dir, database),
    key: now.keys.database,
    nativeBinding: now.nativeBinding,
  };
  let committed = false;
  try {
    const copied = await copyStore(now.store, copy);
    if (!copied.ok) return vaultFailure(copied.error);
    const rekeyed = await rekeyCopy(copy, next.database);
    if (!rekeyed.ok) return vaultFailure(rekeyed.error);
    syncFolder(now.dir);

    const { header, recoveryCode } = await nextHeader(now, next, { generation, database }, credential);
    writeFirstCopy(now.dir, header);
    committed = true;
    try {
      writeSecondCopy(now.dir, header);
    } catch (error) {
      // The new header counts already; the next opening rewrites the second copy.
      if (!isNotWritable(error)) throw error;
    }
    return ok({ recoveryCode });
  } finally {
    next.wipe();
    if (!committed) removeDatabase(now.dir, database);
  }
}

async function nextHeader(
  now: Rotation,
  next: MasterKeys,
  change: Pick<Header, 'generation' | 'database'>,
  credential: Credential,
): Promise<{ header: SignedHeader; recoveryCode: string }> {
  const { vaultId } = now.header;
  const recoveryCode = formatRecoveryCode(newRecoverySecret());
  const slots = [
    await makeSlot(vaultId, next.master, credential, now.policy),
    await makeSlot(vaultId, next.master, { kind: 'recovery', code: recoveryCode }, now.policy),
  ];
  const anchor = openAnchor(now.header, now.keys);
  const header: Header = {
    ...now.header,
    ...change,
    slots,
    anchor: anchor === null ? null : sealAnchor(anchor, vaultId, next),
  };
  return { header: signHeader(header, next), recoveryCode };
}
