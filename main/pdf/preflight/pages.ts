import { PDFDict, type PDFDocument, PDFStream } from '@cantoo/pdf-lib';
import type { Report } from './finding.ts';
import { dictAt, dictsOf, entry, itemsOf, nameAt, textOfStream } from './objects.ts';
import { operatorsOf } from './operators.ts';

const PAINTING = new Set('S s f F f* B B* b b* sh Do BI Tj TJ \' "'.split(' '));
const SHOWING = new Set('Tj TJ \' "'.split(' '));
const LONGEST_STRING = 32_767;

/** The glyphs of a string; fonts of two bytes a glyph are the only ones that the typesetter writes. */
const glyphsOf = (string: string): number[] =>
  string.length % 2 === 0
    ? Array.from(
        { length: string.length / 2 },
        (_, i) => string.charCodeAt(2 * i) * 256 + string.charCodeAt(2 * i + 1),
      )
    : [];

type Meaning = (font: string | undefined, glyph: number) => boolean;

/** Which glyphs of which font of these resources have a meaning. Fonts without a map are reported by themselves. */
function meaningsIn(resources: PDFDict | undefined): Meaning {
  const maps = new Map<string, ReadonlySet<number>>();
  const fonts = dictAt(resources, 'Font');
  for (const key of fonts?.keys() ?? []) {
    const fontDict = dictAt(fonts, key.decodeText());
    const map = textOfStream(entry(fontDict, 'ToUnicode'));
    const codes = [...map.matchAll(/^<([0-9a-f]{4})> <[0-9a-f]{4,}>/gim)].map((line) =>
      Number.parseInt(line[1] ?? '', 16),
    );
    if (codes.length > 0) maps.set(key.decodeText(), new Set(codes));
  }
  return (font, glyph) => maps.get(font ?? '')?.has(glyph) ?? true;
}

type Content = {
  readonly text: string;
  readonly resources: PDFDict | undefined;
  readonly inStructure: boolean;
};

function checkContent(
  { text, resources, inStructure }: Content,
  page: number | undefined,
  report: Report,
): void {
  const hasMeaning = meaningsIn(resources);
  let font: string | undefined;
  let depth = inStructure ? 1 : 0;
  for (const { name, strings, names } of operatorsOf(text)) {
    if (name === 'Tf') font = names.at(-1);
    if (name === 'BDC' || name === 'BMC') depth += 1;
    else if (name === 'EMC') depth -= 1;
    else if (PAINTING.has(name) && depth < 1) report('untagged', page);
    if (strings.some((string) => string.length > LONGEST_STRING)) report('stringTooLong', page);
    if (!SHOWING.has(name)) continue;
    for (const glyph of strings.flatMap(glyphsOf)) {
      // Glyph 0 is the empty box.
      if (glyph === 0) report('missingGlyph', page);
      else if (!hasMeaning(font, glyph)) report('fontNoUnicode', page);
    }
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
    const text = itemsOf(entry(node, 'Contents'), context).map(textOfStream).join('\n');
    checkContent({ text, resources: dictAt(node, 'Resources'), inStructure: false }, page, report);
  });
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream) || !(object.dict instanceof PDFDict)) continue;
    if (nameAt(object.dict, 'Subtype') !== 'Form') continue;
    const resources = dictAt(object.dict, 'Resources');
    checkContent({ text: textOfStream(object), resources, inStructure: true }, undefined, report);
  }
}
