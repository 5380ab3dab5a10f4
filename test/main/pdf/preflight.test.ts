import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream, StandardFonts } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMaker } from '#main/pdf/make.ts';
import type { Rule } from '#main/pdf/preflight/finding.ts';
import { preflight } from '#main/pdf/preflight/preflight.ts';
import { Document } from '#shared/dossier/document.ts';
import { englishSample, sample } from './fixture.ts';

let good: Uint8Array;
beforeAll(async () => {
  const make = await createMaker();
  const dutch = await make(Document.parse(sample), [], () => undefined);
  const english = await make(
    Document.parse(englishSample),
    [{ name: 'a.json', mime: 'application/json', bytes: new Uint8Array([123, 125]), description: 'a' }],
    () => undefined,
  );
  if (!dutch.ok || !english.ok) throw new Error('the samples have to be made first');
  expect(await preflight(dutch.value.bytes)).toEqual([]);
  good = english.value.bytes;
});

const name = PDFName.of;
const rulesOf = async (bytes: Uint8Array): Promise<Rule[]> => [
  ...new Set((await preflight(bytes)).map((finding) => finding.rule)),
];
/** The rules that a good document breaks after this change. */
const rulesAfter = async (change: (pdf: PDFDocument) => void): Promise<Rule[]> => {
  const pdf = await PDFDocument.load(good, { updateMetadata: false });
  change(pdf);
  return rulesOf(await pdf.save({ addDefaultPage: false, updateFieldAppearances: false }));
};
const elements = (pdf: PDFDocument, type: string): PDFDict[] =>
  pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.get(name('S')) === name(type) && object.has(name('P')));
const content = (pdf: PDFDocument, operators: string): void => {
  const data = zlibSync(new TextEncoder().encode(operators));
  const dict = pdf.context.obj({ Filter: name('FlateDecode'), Length: data.length });
  pdf.getPage(1).node.set(name('Contents'), pdf.context.register(PDFRawStream.of(dict, data)));
};

describe('the check before a document leaves', () => {
  it('finds nothing wrong with a document that was only loaded and saved', async () => {
    expect(await rulesAfter(() => undefined)).toEqual([]);
  });

  it('finds an untagged page with a font of the viewer to be everything that it is', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    pdf.addPage().drawText('not for the archive', { font });
    expect((await rulesOf(await pdf.save())).sort()).toEqual([
      'fontNotEmbedded',
      'identifier',
      'language',
      'metadata',
      'noStructure',
      'notMarked',
      'outputIntent',
      'titleShown',
      'untagged',
    ]);
  });

  it('calls what is no PDF unreadable', async () => {
    expect(await rulesOf(new TextEncoder().encode('PK not a pdf'))).toEqual(['unreadable']);
  });

  it.each<[Rule, (pdf: PDFDocument) => void]>([
    ['language', (pdf) => pdf.catalog.delete(name('Lang'))],
    ['notMarked', (pdf) => pdf.catalog.delete(name('MarkInfo'))],
    ['titleShown', (pdf) => pdf.catalog.delete(name('ViewerPreferences'))],
    ['outputIntent', (pdf) => pdf.catalog.delete(name('OutputIntents'))],
    ['metadata', (pdf) => pdf.catalog.delete(name('Metadata'))],
    ['attachment', (pdf) => pdf.catalog.delete(name('AF'))],
    ['noStructure', (pdf) => pdf.catalog.delete(name('StructTreeRoot'))],
    ['alternate', (pdf) => elements(pdf, 'Figure')[0]?.delete(name('Alt'))],
    ['headings', (pdf) => elements(pdf, 'H2').at(-1)?.set(name('S'), name('H4'))],
    ['role', (pdf) => elements(pdf, 'P')[0]?.set(name('S'), name('Poem'))],
    ['list', (pdf) => elements(pdf, 'LI')[0]?.set(name('S'), name('Div'))],
    [
      'action',
      (pdf) =>
        pdf.catalog.set(name('OpenAction'), pdf.context.register(pdf.context.obj({ S: 'JavaScript' }))),
    ],
    ['tabOrder', (pdf) => pdf.getPage(1).node.delete(name('Tabs'))],
    ['linkContents', (pdf) => pdf.getPage(1).node.Annots()?.lookup(0, PDFDict).delete(name('Contents'))],
    ['linkNotTagged', (pdf) => pdf.getPage(1).node.Annots()?.lookup(0, PDFDict).delete(name('StructParent'))],
    ['untagged', (pdf) => content(pdf, '0 0 10 10 re f')],
    ['stringTooLong', (pdf) => content(pdf, `/P BDC (${'x'.repeat(32_769)}) Tj EMC`)],
    ['missingGlyph', (pdf) => content(pdf, '/P BDC BT <00410000> Tj ET EMC')],
    [
      'fontNotEmbedded',
      (pdf) => {
        for (const [, object] of pdf.context.enumerateIndirectObjects())
          if (object instanceof PDFDict) object.delete(name('FontFile2'));
      },
    ],
    [
      'fontNoUnicode',
      (pdf) => {
        for (const [, object] of pdf.context.enumerateIndirectObjects())
          if (object instanceof PDFDict && object.get(name('Type')) === name('Font'))
            object.delete(name('ToUnicode'));
      },
    ],
  ])('finds %s and nothing else', async (rule, change) => {
    expect(await rulesAfter(change)).toEqual([rule]);
  });

  it('finds a glyph that means nothing in a font that has a map', async () => {
    const found = await rulesAfter((pdf) => {
      for (const [, object] of pdf.context.enumerateIndirectObjects()) {
        if (!(object instanceof PDFDict) || !object.has(name('ToUnicode'))) continue;
        const map = pdf.context.lookup(object.get(name('ToUnicode')), PDFStream);
        const data = new TextEncoder().encode('1 beginbfchar\n<FFF0> <0041>\nendbfchar');
        pdf.context.assign(
          pdf.context.getObjectRef(map) ?? pdf.context.nextRef(),
          PDFRawStream.of(pdf.context.obj({ Length: data.length }), data),
        );
      }
    });
    expect(found).toEqual(['fontNoUnicode']);
  });
});
