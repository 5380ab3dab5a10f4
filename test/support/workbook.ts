import { zipSync } from 'fflate';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as a spreadsheet writes it: sheets as rows of raw cell XML, shared texts, number formats. */
export function workbook(options: {
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  readonly parts?: Readonly<Record<string, Uint8Array>>;
}): Uint8Array {
  const { sheets, strings = [], formats = [], from1904 = false, parts = {} } = options;
  const names = Object.keys(sheets);
  const numFmts = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join('');
  const xfs = formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('');
  return zipSync({
    '[Content_Types].xml': bytes('<Types/>'),
    '_rels/.rels': bytes(
      `<Relationships><Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': bytes(
      `<x:workbook xmlns:x="m" xmlns:r="${REL}"><x:workbookPr date1904="${Number(from1904)}"/><x:sheets>${names
        .map((name, i) => `<x:sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytes(
      `<Relationships>${names
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join('')}<Relationship Id="s" Type="${REL}/sharedStrings" Target="/xl/sharedStrings.xml"/>
        <Relationship Id="y" Type="${REL}/styles" Target="styles.xml"/>
        <Relationship Id="o" Type="${REL}/externalLink" Target="http://example.invalid/x" TargetMode="External"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': bytes(
      `<sst count="999999999" uniqueCount="999999999">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ),
    'xl/styles.xml': bytes(
      `<styleSheet><numFmts>${numFmts}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        bytes(`<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`),
      ]),
    ),
    ...parts,
  });
}
