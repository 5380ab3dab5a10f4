import { statSync } from 'node:fs';
import { checkIntegrity, type IntegrityReport } from './integrity.ts';
import { openConnection, type StorePlace } from './open.ts';
import { allPagesSound, type PageReport, verifyPages } from './verify-pages.ts';

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
