import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { Report } from './finding.ts';
import { dictAt, dictsOf, entry, nameAt, textOfStream } from './objects.ts';

const FORBIDDEN_ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'Sound',
  'Movie',
  'Rendition',
  'GoTo3DView',
]);
const CLAIMS = [
  /<pdfaid:part>3</,
  /<pdfaid:conformance>A</,
  /<pdfuaid:part>1</,
  /<dc:title>[\s\S]*<rdf:li[^>]*>[^<]/,
];

/** What the file says about itself: claims, language, colours, attachments. */
export function checkCatalog(pdf: PDFDocument, report: Report): void {
  const { context, catalog } = pdf;
  if (!context.trailerInfo.ID) report('identifier');
  if (String(entry(dictAt(catalog, 'MarkInfo'), 'Marked')) !== 'true') report('notMarked');
  if (!entry(catalog, 'Lang')) report('language');
  if (String(entry(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle')) !== 'true') report('titleShown');
  const intents = dictsOf(entry(catalog, 'OutputIntents'), context);
  if (!intents.some((intent) => entry(intent, 'DestOutputProfile') instanceof PDFStream))
    report('outputIntent');
  const metadata = textOfStream(entry(catalog, 'Metadata'));
  if (!CLAIMS.every((claim) => claim.test(metadata))) report('metadata');
  checkAttachments(pdf, report);
}

function checkAttachments({ context, catalog }: PDFDocument, report: Report): void {
  const names = entry(dictAt(dictAt(catalog, 'Names'), 'EmbeddedFiles'), 'Names');
  if (!(names instanceof PDFArray)) return;
  const tied = entry(catalog, 'AF');
  const associated = new Set(tied instanceof PDFArray ? tied.asArray().map(String) : []);
  for (let index = 1; index < names.size(); index += 2) {
    const specification = context.lookup(names.get(index));
    const described =
      specification instanceof PDFDict &&
      ['F', 'UF', 'Desc', 'AFRelationship', 'EF'].every((key) => entry(specification, key));
    if (!described || !associated.has(String(names.get(index)))) report('attachment');
  }
}

/** Fonts and actions, wherever they are used from. */
export function checkObjects({ context }: PDFDocument, report: Report): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    if (FORBIDDEN_ACTIONS.has(nameAt(object, 'S') ?? '')) report('action');
    if (nameAt(object, 'Type') === 'FontDescriptor') {
      const files = ['FontFile', 'FontFile2', 'FontFile3'];
      if (!files.some((key) => object.has(PDFName.of(key)))) report('fontNotEmbedded');
    }
    if (nameAt(object, 'Type') !== 'Font') continue;
    const kind = nameAt(object, 'Subtype');
    if (kind === 'Type0' && !entry(object, 'ToUnicode')) report('fontNoUnicode');
    if ((kind === 'Type1' || kind === 'TrueType') && !entry(object, 'FontDescriptor'))
      report('fontNotEmbedded');
  }
}
