import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import { checkCatalog, checkObjects } from './file.ts';
import type { Finding, Report } from './finding.ts';
import { checkPages } from './pages.ts';
import { checkStructure } from './structure.ts';

/**
 * What keeps a PDF from being the archive copy that everyone can read: PDF/A-3a and PDF/UA-1, as far as our own
 * typesetter can go wrong. No findings is a promise about these rules alone; a full validator knows more of them.
 * Each finding comes once for a page.
 */
export async function preflight(bytes: Uint8Array): Promise<Finding[]> {
  const found = new Map<string, Finding>();
  const report: Report = (rule, page) =>
    void found.set(`${rule} ${page ?? ''}`, page === undefined ? { rule } : { rule, page });
  let pdf: PDFDocument;
  try {
    pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (error) {
    return [{ rule: error instanceof EncryptedPDFError ? 'encrypted' : 'unreadable' }];
  }
  checkCatalog(pdf, report);
  checkObjects(pdf, report);
  checkStructure(pdf, report);
  checkPages(pdf, report);
  return [...found.values()];
}
