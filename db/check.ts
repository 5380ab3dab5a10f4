import { statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { connectionOf, type Store } from './handle.ts';
import { checkIntegrity, type IntegrityReport } from './integrity.ts';
import { openConnection, type StorePlace } from './open.ts';
import { allPagesSound, type PageReport, verifyHandle, verifyPages } from './verify-pages.ts';

export type StoreCheck = {
  readonly sound: boolean;
  readonly pages: PageReport;
  /** Undefined when the store could not be opened to look: the page report then says where it is damaged. */
  readonly integrity: IntegrityReport | undefined;
};

/**
 * Examines a closed store in full. A log left by a crash is first taken in, as every opening does: until then
 * pages of the main file may be torn without loss.
 */
export async function checkStore(place: StorePlace): Promise<StoreCheck> {
  if ((statSync(`${place.file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    const recovered = openConnection(place, 'write');
    if (recovered.ok) recovered.value.close();
  }
  const pages = await verifyPages(place.file, place.key);
  const opened = openConnection(place, 'write');
  if (!opened.ok) return { sound: false, pages, integrity: undefined };
  try {
    const integrity = checkIntegrity(opened.value);
    const consistent =
      integrity.structure.length === 0 &&
      integrity.danglingKeys === 0 &&
      integrity.badSearchIndexes.length === 0;
    return { sound: allPagesSound(pages) && consistent, pages, integrity };
  } finally {
    opened.value.close();
  }
}

export type OpenStoreCheck = { readonly pages: PageReport; readonly integrity: IntegrityReport };

/**
 * Examines a store while it is in use. `handle` is an open descriptor of its file, which must outlive the store's own.
 * Nothing is moved from the log into the file meanwhile, so that no page is read half written.
 */
export async function checkOpenStore(
  store: Store,
  handle: FileHandle,
  key: Uint8Array,
): Promise<OpenStoreCheck> {
  store.checkpoint();
  store.pauseCheckpoints(true);
  try {
    const pages = await verifyHandle(handle, key);
    return { pages, integrity: checkIntegrity(connectionOf(store)) };
  } finally {
    store.pauseCheckpoints(false);
  }
}
