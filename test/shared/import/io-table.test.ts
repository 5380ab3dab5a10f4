import { describe, expect, it } from 'vitest';
import { coefficients, leontief, squareOf } from '#shared/cascade/inoperability.ts';
import { parseCsv } from '#shared/import/csv.ts';
import { IO_TABLE } from '#shared/import/io/reader.ts';
import { readIoTable } from '#shared/import/io-table.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { caseOf, contextFor, factsOf, readAll } from '../../support/rows.ts';

const read = (text: string) => {
  const rows = parseCsv(text);
  if (!rows.ok) throw new Error(rows.error.code);
  return readIoTable(rows.value);
};
/** The two-sector example of Miller and Blair (2009), table 2.3: flows, final demand and total output. */
const MILLER = [
  'sector;Landbouw;Industrie;Finale vraag;Totaal',
  'Landbouw;150;500;350;1000',
  'Industrie;200;100;1700;2000',
  'Toegevoegde waarde;650;1400;0;0',
].join('\n');

describe('an input-output table', () => {
  it('has flows from row to column, and keeps final demand and value added apart', () => {
    const table = read(MILLER);
    if (!table.ok) throw new Error(table.error.code);
    const { sectors, flows, uses, inputs, lines } = table.value;
    expect([sectors, [...flows], lines]).toEqual([
      ['Landbouw', 'Industrie'],
      [150, 500, 200, 100],
      [2, 3],
    ]);
    expect([...(uses.get('Totaal') ?? [])]).toEqual([1000, 2000]);
    expect([...(inputs.get('Toegevoegde waarde') ?? [])]).toEqual([650, 1400]);
  });

  it('gives the published Leontief inverse (Miller and Blair: 1.254, 0.330; 0.264, 1.122)', () => {
    const table = read(MILLER);
    if (!table.ok) throw new Error(table.error.code);
    const { flows, uses } = table.value;
    const square = squareOf([[...flows.slice(0, 2)], [...flows.slice(2)]]);
    const inverse = leontief(coefficients(square, uses.get('Totaal') ?? []));
    const rounded = [...(inverse?.values ?? [])].map((value) => Number(value.toFixed(3)));
    expect(rounded).toEqual([1.254, 0.33, 0.264, 1.122]);
  });

  it('may have its rows in another order than its columns', () => {
    const turned = read(',B,A\nA,1,0\nB,2,3');
    expect(turned.ok && [...turned.value.flows]).toEqual([2, 3, 1, 0]);
  });

  it.each([
    [',A,B\nA,1,\nB,2,3', { code: 'fieldMissing', line: 2, field: 'B' }],
    [',A,B\nA,1,x\nB,2,3', { code: 'numberFormat', line: 2, field: 'B' }],
    [',A,B\nA,1,-4\nB,2,3', { code: 'valueTooSmall', line: 2, field: 'B' }],
    [',A,B\nA,1\nB,2,3', { code: 'cellCount', line: 2 }],
    [',A,A\nA,1,2', { code: 'columnTwice', line: 1, field: 'A' }],
    [',A,B\nA,1,2\nA,2,3', { code: 'keyTwice', line: 3 }],
    ['naam,land\nx,y\n', { code: 'ioShape', line: 1 }],
  ])('%j is refused at its place: an empty cell is no zero', (text, { code, ...params }) => {
    expect(read(text)).toMatchObject({ ok: false, error: { code, params } });
  });
});

describe('an input-output table as dependencies', () => {
  const { kept, refused } = readAll(IO_TABLE, MILLER);

  it('makes a supply of every flow, with its share of what the customer buys, as inferred', () => {
    expect(refused).toEqual([]);
    expect(kept.filter(({ type }) => type === 'company').map(({ body }) => body.name)).toEqual([
      'Landbouw',
      'Industrie',
    ]);
    const shares = kept
      .filter(({ body }) => body.property === 'volumeShare')
      .map(({ body }) => [body.certainty, body.value, body.quote]);
    expect(shares).toEqual([
      ['inferred', { kind: 'number', number: 83.3333333333, unit: 'percent' }, 'Landbouw → Industrie: 500'],
      ['inferred', { kind: 'number', number: 57.1428571429, unit: 'percent' }, 'Industrie → Landbouw: 200'],
    ]);
  });

  it('finds the party of the case with exactly that name, and is the same the second time', () => {
    const record = '00000000-0000-4000-8000-0000000000c1' as RecordId;
    const known = {
      ...caseOf([{ record, type: 'company', body: {} }]),
      named: (name: string) => (name === 'Industrie' ? [record] : []),
    };
    const found = readAll(IO_TABLE, MILLER, contextFor(known));
    expect(found.refused).toEqual([]);
    expect(found.kept.filter(({ type }) => type === 'company')).toHaveLength(1);
    expect(found.kept.filter(({ body }) => body.to === record || body.from === record)).toHaveLength(2);
    expect(factsOf(readAll(IO_TABLE, MILLER, contextFor(), 3).kept)).toEqual(factsOf(kept));
  });

  it('is known by rows and columns of one name, and a broken one is refused as a whole', () => {
    expect(IO_TABLE.looksLike(MILLER, 'tabel.csv')).toBe(3);
    expect(IO_TABLE.looksLike('leverancier,afnemer\nA,B\nB,C\n', 'x.csv')).toBe(0);
    expect(readAll(IO_TABLE, ',A,B\nA,1,\nB,2,3')).toMatchObject({ broken: true, kept: [] });
  });
});
