import { closeSync, fsyncSync, openSync } from 'node:fs';
import { fail, ok, type Result } from '#shared/result.ts';
import { type StoreFailure, storeFailureOf } from './failures.ts';
import { connectionOf, type Store } from './handle.ts';
import { openConnection, type StorePlace } from './open.ts';
import { allPagesSound, type PageReport, verifyPages } from './verify-pages.ts';

/**
 * Writes a compact copy of an open store to a new file under the same key (`target` repeats it), forces it to disk
 * and authenticates every page of it. The driver's online backup does not work between encrypted files, and its `serialize` gives
 * plaintext: neither is used. Needs as much free space as the store is large.
 * @throws when the target exists.
 */
export async function copyStore(store: Store, target: StorePlace): Promise<Result<PageReport, StoreFailure>> {
  // Made by us first: exclusive, and readable by the owner alone. VACUUM INTO accepts an empty file.
  closeSync(openSync(target.file, 'wx', 0o600));
  try {
    connectionOf(store).prepare('VACUUM INTO ?').run(target.file);
  } catch (error) {
    const failure = storeFailureOf(error);
    if (!failure) throw error;
    return fail(failure);
  }
  return sealed(target);
}

/**
 * Gives a copy that nobody uses yet another key. Never call it on a store in use: a crash inside it leaves a file
 * that neither key opens.
 */
export async function rekeyCopy(
  place: StorePlace,
  newKey: Uint8Array,
): Promise<Result<PageReport, StoreFailure>> {
  if (newKey.length !== 32) throw new TypeError('the raw key of a store has 32 bytes');
  const opened = openConnection(place, 'write');
  if (!opened.ok) return opened;
  const db = opened.value;
  const key = Buffer.concat([Buffer.from('raw:'), newKey]);
  try {
    db.pragma('journal_mode=DELETE');
    db.rekey(key);
  } catch (error) {
    const failure = storeFailureOf(error);
    if (!failure) throw error;
    return fail(failure);
  } finally {
    key.fill(0);
    db.close();
  }
  return sealed({ ...place, key: newKey });
}

/** Opens the copy once (that also sets its journal mode), forces it to disk and authenticates every page. */
async function sealed(place: StorePlace): Promise<Result<PageReport, StoreFailure>> {
  const opened = openConnection(place, 'write');
  if (!opened.ok) return opened;
  opened.value.close();
  const descriptor = openSync(place.file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  const report = await verifyPages(place.file, place.key);
  return allPagesSound(report) ? ok(report) : fail('storeDamaged');
}
