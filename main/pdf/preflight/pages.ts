import { PDFDict, type PDFDocument, PDFStream } from '@cantoo/pdf-lib';
import type { Report } from './finding.ts';
import { dictsOf, entry, itemsOf, nameAt, textOfStream } from './objects.ts';
import { operatorsOf } from './operators.ts';

const PAINTING = new Set('S s f F f* B B* b b* sh Do BI Tj TJ \' "'.split(' '));
const SHOWING = new Set('Tj TJ \' "'.split(' '));
const LONGEST_STRING = 32_767;

/** Fonts of two bytes a glyph are the only ones that the typesetter writes. Glyph 0 is the empty box. */
const hasMissingGlyph = (string: string): boolean => {
  if (string.length % 2 !== 0) return false;
  for (let at = 0; at < string.length; at += 2)
    if (string.charCodeAt(at) === 0 && string.charCodeAt(at + 1) === 0) return true;
  return false;
};

function checkContent(
  content: string,
  insideStructure: boolean,
  page: number | undefined,
  report: Report,
): void {
  let depth = insideStructure ? 1 : 0;
  for (const { name, strings } of operatorsOf(content)) {
    if (name === 'BDC' || name === 'BMC') depth += 1;
    else if (name === 'EMC') depth -= 1;
    else if (PAINTING.has(name) && depth < 1) report('untagged', page);
    if (strings.some((string) => string.length > LONGEST_STRING)) report('stringTooLong', page);
    if (SHOWING.has(name) && strings.some(hasMissingGlyph)) report('missingGlyph', page);
  }
}

/** What is painted and linked, page by page, and in the drawings that pages share. */
export function checkPages(pdf: PDFDocument, report: Report): void {
  const { context } = pdf;
  pdf.getPages().forEach(({ node }, index) => {
    const page = index + 1;
    const annotations = dictsOf(entry(node, 'Annots'), context);
    if (annotations.length > 0 && nameAt(node, 'Tabs') !== 'S') report('tabOrder', page);
    for (const annotation of annotations) {
      if (nameAt(annotation, 'Subtype') !== 'Link') continue;
      if (!entry(annotation, 'Contents')) report('linkContents', page);
      if (!entry(annotation, 'StructParent')) report('linkNotTagged', page);
    }
    // The parts of a page's content are one stream, cut anywhere between operators.
    const content = itemsOf(entry(node, 'Contents'), context).map(textOfStream).join('\n');
    checkContent(content, false, page, report);
  });
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream) || !(object.dict instanceof PDFDict)) continue;
    if (nameAt(object.dict, 'Subtype') === 'Form')
      checkContent(textOfStream(object), true, undefined, report);
  }
}
