import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FileSource } from '#main/import/bytes.ts';
import { ImportFailure } from '#main/import/failure.ts';
import { sheetNames, sheetRows } from '#main/import/xlsx.ts';
import { dateOfSerial, SheetReader } from '#shared/import/xlsx/sheet.ts';
import { formOfCode } from '#shared/import/xlsx/styles.ts';
import { workbook } from '../../support/workbook.ts';

const FUZZ = path.resolve(import.meta.dirname, '../../../../shared/data/fuzz');

async function read(source: FileSource, sheet?: string) {
  const rows = [];
  for await (const piece of sheetRows(source, sheet, () => undefined)) rows.push(...piece);
  return rows;
}
const inMemory = (bytes: Uint8Array): FileSource => ({ name: 'a.xlsx', bytes });
async function outcome(source: FileSource): Promise<string> {
  try {
    await read(source);
    return 'read';
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    return String(error.failure.error.params?.reason);
  }
}

describe('a sheet of a workbook', () => {
  it('is rows of text and numbers: what was last calculated, never the formula', async () => {
    const book = workbook({
      strings: [
        '<t>houder</t>',
        '<r><t>Aure</t></r><r><t>lis</t></r><rPh sb="0" eb="1"><t>ignored</t></rPh>',
        '<t>a_x000D_&amp;b</t>',
      ],
      formats: ['00000000', 'dd\\-mm\\-yyyy', '0.0%', '&quot;dag&quot; 0'],
      sheets: {
        Leeg: '',
        Belangen: `
          <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>deel</t></is></c></row>
          <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>1234567</v></c><c r="C3" s="3"><v>0.255</v></c>
            <c r="D3" s="2"><v>43556</v></c><c r="E3"><f>SUM(A1:A9)</f><v>12.5</v></c><c r="F3" t="b"><v>1</v></c></row>
          <row><c t="s"><v>2</v></c><c t="str"><f>HYPERLINK("http://x")</f><v>http://x</v></c><c t="e"><v>#REF!</v></c><c t="s"><v>99</v></c>
            <c s="4"><v>7</v></c><c><f>NOW()</f></c></row>`,
      },
    });
    expect(await sheetNames(inMemory(book))).toEqual(['Leeg', 'Belangen']);
    expect(await read(inMemory(book), 'Belangen')).toEqual([
      { line: 2, cells: ['houder', '', 'deel'] },
      { line: 3, cells: ['Aurelis', '01234567', '25.5%', '2019-04-01', 12.5, 'true'] },
      { line: 4, cells: ['a&b', 'http://x', '#REF!', '#REF!', 7] },
    ]);
    expect(await read(inMemory(book))).toEqual([]);
  });

  it('counts days as its workbook does, and a day that never was is a number', () => {
    expect([
      dateOfSerial(43556, false),
      dateOfSerial(43556 - 1462, true),
      dateOfSerial(59, false),
      dateOfSerial(61, false),
      dateOfSerial(60, false),
      dateOfSerial(43556.75, false),
      dateOfSerial(0.5, false),
      dateOfSerial(3e6, false),
    ]).toEqual([
      '2019-04-01',
      '2019-04-01',
      '1900-02-28',
      '1900-03-01',
      undefined,
      '2019-04-01 18:00',
      undefined,
      undefined,
    ]);
  });

  it('tells dates, shares and padded numbers by their format', () => {
    expect(
      [
        'General',
        'Standaard',
        '0.00',
        '#,##0',
        '0000',
        'yyyy-mm-dd',
        '[Red]d/m;@',
        '0%',
        '"year" 0',
        '[h]:mm',
      ].map(formOfCode),
    ).toEqual(['plain', 'plain', 'plain', 'plain', { zeros: 4 }, 'date', 'date', 'percent', 'plain', 'date']);
  });

  it('is the same wherever the pieces of its text are cut', () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>é&amp;x</v></c></row><row r="2"><c><v>1.5</v></c></row></sheetData></worksheet>';
    const context = { strings: [], forms: [], from1904: false };
    const inPieces = (size: number) => {
      const reader = new SheetReader(context);
      const rows = [];
      for (let at = 0; at < xml.length; at += size) rows.push(...reader.push(xml.slice(at, at + size)));
      return [...rows, ...reader.end()];
    };
    const whole = inPieces(xml.length);
    expect(whole).toHaveLength(2);
    for (const size of [1, 2, 3, 7, 50]) expect(inPieces(size)).toEqual(whole);
  });

  it('that is hostile is refused, and why', async () => {
    const zeros = new Uint8Array(5_000_000).fill(0x20);
    const deep = new TextEncoder().encode('<a>'.repeat(5_000));
    const doctype = new TextEncoder().encode(
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst>&x;</sst>',
    );
    const sheets = { A: '<row><c><v>1</v></c></row>' };
    const whole = workbook({ sheets });
    const flipped = Uint8Array.from(whole);
    const at = Buffer.from(whole).indexOf('xl/worksheets/sheet1.xml') + 30;
    flipped[at] = (flipped[at] ?? 0) ^ 0xff;
    expect([
      await outcome(inMemory(workbook({ sheets, parts: { 'xl/sharedStrings.xml': doctype } }))),
      await outcome(inMemory(workbook({ sheets, parts: { 'xl/worksheets/sheet1.xml': deep } }))),
      await outcome(inMemory(workbook({ sheets, parts: { 'xl/worksheets/sheet1.xml': zeros } }))),
      await outcome(inMemory(flipped)),
      await outcome(inMemory(whole.subarray(0, whole.length - 40))),
      await outcome(inMemory(zipSync({ 'xl/workbook.bin': new Uint8Array(9) }))),
    ]).toEqual([
      'xmlForbidden',
      'workbookTooLarge',
      'workbookTooLarge',
      'workbookDamaged',
      'workbookDamaged',
      'workbookForm',
    ]);
  });
});

describe.skipIf(!existsSync(FUZZ))('workbooks and archives that others made to break readers', () => {
  const filesIn = (folder: string): string[] =>
    (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file).isFile() && statSync(file).size < 300_000);
  it.each(['xlsx', 'zip'])(
    'are read or refused with a reason, all of them: %s',
    async (folder) => {
      const files = filesIn(path.join(FUZZ, folder));
      const found = new Map<string, number>();
      for (const file of files) {
        const came = await outcome({ name: path.basename(file), path: file });
        found.set(came, (found.get(came) ?? 0) + 1);
      }
      expect([...found.values()].reduce((a, b) => a + b, 0)).toBe(files.length);
      expect([...found.keys()].sort()).toEqual(
        expect.arrayContaining(
          folder === 'xlsx'
            ? ['read', 'workbookDamaged', 'workbookForm', 'xmlForbidden']
            : ['workbookDamaged', 'workbookForm'],
        ),
      );
    },
    240_000,
  );
});
