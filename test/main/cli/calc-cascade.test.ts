import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { documentOf, newFolder, type Ran, waarborgHere } from './helpers.ts';

const folder = newFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const target = path.join(folder, name);
  fs.writeFileSync(target, text);
  return target;
}

// Oracle C5 of field practice.
const CHIPS = 'from,to,weight\nR,A,20\nR,B,20\nA,assembler,60\nB,assembler,30\nassembler,retailer,150\n';
const LINKS = file('leveringen.csv', CHIPS);
const SECTORS = file(
  'sectoren.csv',
  'node,sector\nR,raw\nA,chip\nB,chip\nassembler,assembly\nretailer,retail\n',
);
const FLAGS = file('onmisbaar.csv', 'sector;essential\nraw;ja\nchip;ja\nassembly;nee\nretail;nee\n');
const PAIRS = file(
  'klassen.csv',
  'supplier-sector,customer-sector,class\nraw,chip,2\nchip,assembly,2\nassembly,retail,1\n',
);

const cascade = (...line: string[]): Promise<Ran> => waarborgHere(['calc', 'cascade', ...line]);
const esri = (ran: Ran): Record<string, number> =>
  Object.fromEntries(
    documentOf(ran).results.map((one: { node: string; esri: number }) => [one.node, one.esri]),
  );

describe('a disruption on bare files', () => {
  it.each([
    ['flags by sector', FLAGS],
    ['classes by pair of sectors', PAIRS],
  ])('ranks every node as the paper does, the costliest first, with %s (C5)', async (_, essential) => {
    const ran = await cascade(LINKS, '--all', '--sectors', SECTORS, '--essential', essential, '--json');
    expect(ran.code).toBe(0);
    const { scope, stop, results } = documentOf(ran);
    expect([scope, stop]).toEqual(['within the mapped network', 1e-9]);
    const found = esri(ran);
    expect(found.A).toBeCloseTo(180 / 280, 9);
    expect(found.B).toBeCloseTo(75 / 280, 9);
    for (const node of ['R', 'assembler', 'retailer']) expect(found[node]).toBeCloseTo(1, 9);
    expect(results.map(({ node }: { node: string }) => node).slice(-2)).toEqual(['A', 'B']);
    expect(ran.stderr).toMatch(/geen omzet buiten het netwerk/);
  });

  it('shows who is hit, and does not let a fragment fall over when it sells outside too', async () => {
    const outside = file(
      'omzet.csv',
      'node,sector,outside-revenue\nR,raw,100\nA,chip,0\nB,chip,0\nassembler,assembly,0\nretailer,retail,200\n',
    );
    const ran = await cascade(
      LINKS,
      '--fail',
      'retailer',
      '--sectors',
      outside,
      '--essential',
      FLAGS,
      '--json',
    );
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const [result] = documentOf(ran).results;
    const losses = new Map(result.losses.map((one: { node: string; loss: number }) => [one.node, one.loss]));
    expect(losses.get('R')).toBeCloseTo(40 / 140, 9);
    expect(losses.get('retailer')).toBe(1);
    expect(result.links).toEqual([1, 2, 3, 4, 5]);
  });

  it('closes several nodes at once, and caps where that is asked', async () => {
    const line = [LINKS, '--sectors', SECTORS, '--essential', FLAGS, '--direction', 'down', '--json'];
    const both = await cascade(...line, '--fail', 'A', '--fail', 'B');
    expect(esri(both)['A + B']).toBeCloseTo(240 / 280, 9);
    const half = await cascade(...line, '--fail', 'A', 'B', '--cap', '0.5');
    expect(esri(half)['A + B']).toBeCloseTo((45 + (150 * 4) / 9) / 280, 9);
    expect(documentOf(half).results[0]).not.toHaveProperty('up');
  });

  it('makes a range of what nobody knows, and never nought', async () => {
    const open = file('open.csv', 'from,to,weight,min,max,essential\nA,C,,20,60,ja\nB,C,30,,,ja\nC,D,,,,\n');
    const sectors = file('open-sectoren.csv', 'node,sector\nA,chip\nB,chip\nC,c\nD,d\n');
    const ran = await cascade(open, '--fail', 'A', '--sectors', sectors, '--direction', 'down', '--json');
    const [{ esri: none, min, max, losses }] = documentOf(ran).results;
    expect(none).toBeNull();
    expect(min).toBeLessThan(max);
    const c = losses.find(({ node }: { node: string }) => node === 'C');
    expect(c.min).toBeCloseTo((20 / 50) * (20 / 30), 9);
    expect(c.max).toBeCloseTo(60 / 90, 9);
    expect(ran.stderr).toMatch(/niet bekend of zij onmisbaar is/);
  });

  it('says the same in CSV and, in short, to a person', async () => {
    const csv = await cascade(
      LINKS,
      '--all',
      '--sectors',
      SECTORS,
      '--essential',
      FLAGS,
      '--csv',
      '--direction',
      'down',
    );
    expect(csv.stdout.split('\n')[0]).toBe('node,esri,min,max,down,downMin,downMax');
    expect(csv.stdout).toContain(`A,${160 / 280},${160 / 280}`);
    const text = await cascade(
      LINKS,
      '--fail',
      'A',
      '--sectors',
      SECTORS,
      '--essential',
      FLAGS,
      '--language',
      'en',
    );
    expect(text.stdout).toContain('within the mapped network');
    expect(text.stdout).toContain('64.286%');
  });

  it('refuses with line and field, names who is not there, and asks who fails', async () => {
    const bad = file('fout.csv', 'from,to,weight,essential\nA,B,-1,ja\n,B,2,nee\nA,C,2,misschien\nA,D\n');
    const ran = await cascade(bad, '--all', '--csv');
    expect([ran.code, ran.stdout]).toEqual([EXIT_CODES.refused, '']);
    const [one, two, three, four] = ran.stderr.split('\n');
    expect(one).toMatch(/^fout\.csv, regel 2, weight: /);
    expect(two).toMatch(/^fout\.csv, regel 3, from: /);
    expect(three).toMatch(/^fout\.csv, regel 4, essential: /);
    expect(four).toMatch(/^fout\.csv, regel 5: /);
    const gone = await cascade(LINKS, '--fail', 'X', '--json');
    expect([gone.code, documentOf(gone).error.code]).toEqual([EXIT_CODES.notFound, 'notFound']);
    const neither = await cascade(LINKS, '--json');
    expect([neither.code, documentOf(neither).error.code]).toEqual([EXIT_CODES.usage, 'failOrAll']);
    const head = await cascade(file('kop.csv', 'from,weight\nA,1\n'), '--all');
    expect([head.code, head.stderr]).toEqual([EXIT_CODES.refused, expect.stringContaining('to')]);
  });
});
