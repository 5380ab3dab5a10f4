import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { documentOf, newFolder, waarborgHere } from './helpers.ts';

const folder = newFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const target = path.join(folder, name);
  fs.writeFileSync(target, text);
  return target;
}
const calc = (...line: string[]) => waarborgHere(['calc', ...line]);

describe('a time line on bare files', () => {
  const LINKS = file(
    'keten.csv',
    'from,to,essential,stock-days,stock-days-min,stock-days-max,replace-days\nA,B,ja,42,,,3650\nB,C,ja,,14,21,3650\n',
  );

  it('stops a customer when its stock is used up, and the next within the bounds of its own', async () => {
    const ran = await calc('timeline', LINKS, '--fail', 'A', '--json');
    expect(ran.code).toBe(0);
    const { scope, nodes, links } = documentOf(ran);
    expect([scope, links]).toEqual(['within the mapped network', [1, 2]]);
    const of = (id: string) => nodes.find(({ node }: { node: string }) => node === id);
    expect(of('B').stop).toEqual({ from: 6, to: 6 });
    expect(of('C').stop).toEqual({ from: 8, to: 9 });
    expect(of('C').most).toHaveLength(104);
  });

  it('is not felt when the disruption is over before the stock is, and CSV says so with its header alone', async () => {
    const ran = await calc('timeline', LINKS, '--fail', 'B', '--days', '7', '--weeks', '10', '--csv');
    const [head, ...rows] = ran.stdout.trim().split('\n');
    expect(head).toBe('node,week,min,max');
    expect(rows.filter((row) => row.startsWith('C,'))).toEqual([]);
    expect(rows[0]).toBe('B,0,1,1');
  });

  it('refuses stock that is no number with its row and column, and who is not there', async () => {
    const bad = file('fout.csv', 'from,to,stock-days\nA,B,zes\n');
    const ran = await calc('timeline', bad, '--fail', 'A', '--csv');
    expect([ran.code, ran.stdout]).toEqual([EXIT_CODES.refused, '']);
    expect(ran.stderr).toMatch(/^fout\.csv, regel 2, stock: /);
    expect((await calc('timeline', LINKS, '--fail', 'X')).code).toBe(EXIT_CODES.notFound);
  });
});

describe('time to survive against time to recover on bare files (oracle C7)', () => {
  const SITES = file(
    'locaties.csv',
    'site,capacity,stock,demand,margin,recover\nproduct,,20,10,5,8\nSA,10,0,0,0,8\nSA2,4,0,0,0,8\nSB,12,0,0,0,8\n',
  );
  const INPUTS = file(
    'inputs.csv',
    'site,input,source,amount,stock\nproduct,A,SA,1,30\nproduct,A,SA2,1,30\nproduct,B,SB,1,0\n',
  );
  const known = SITES.replace('locaties', 'bekend');
  fs.writeFileSync(known, fs.readFileSync(SITES, 'utf8').replace('product,,', 'product,1000,'));

  it('finds that the cheap only source is the exposure: 300 in eight weeks, survived for two', async () => {
    const ran = await calc('survival', known, '--inputs', INPUTS, '--json');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const of = (id: string) => documentOf(ran).results.find(({ site }: { site: string }) => site === id);
    expect(of('SA').survive.min).toBeCloseTo(25 / 3, 7);
    expect(of('SA').impact.max).toBeCloseTo(0, 7);
    expect(of('SA').loss).toBe('excluded');
    expect(of('SB').survive.max).toBeCloseTo(2, 7);
    expect(of('SB').impact.min).toBeCloseTo(300, 7);
    expect(of('SB').loss).toBe('certain');
    // For ever is no number.
    expect(of('SA2').survive).toEqual({ min: null, max: null });
  });

  it('leaves open what a capacity that nobody knows leaves open, and writes endless as inf', async () => {
    const ran = await calc('survival', SITES, '--inputs', INPUTS, '--csv');
    const [head, ...rows] = ran.stdout.trim().split('\n');
    expect(head).toBe(
      'site,surviveMin,surviveMax,recoverMin,recoverMax,impactMin,impactMax,indexMin,indexMax,loss',
    );
    expect(rows.find((row) => row.startsWith('SA2,'))).toMatch(/^SA2,2,inf,8,8,0,300,.*,possible$/);
  });

  it('refuses what is not filled in and sources that are no site, by row and column', async () => {
    const open = file('open.csv', 'site,capacity,stock,demand,margin,recover\nproduct,,20,,5,8\n');
    const ran = await calc('survival', open, '--inputs', INPUTS);
    expect([ran.code, ran.stderr.split('\n')[0]]).toEqual([
      EXIT_CODES.refused,
      expect.stringMatching(/^open\.csv, regel 2, demand: /),
    ]);
    const strange = file('vreemd.csv', 'site,input,source,amount,stock\nproduct,A,SX,1,30\n');
    const other = await calc('survival', SITES, '--inputs', strange);
    expect(other.stderr).toMatch(/^vreemd\.csv, regel 2, source: .*SX/);
  });
});

describe('inoperability on bare files', () => {
  // Miller and Blair, two sectors.
  const TABLE = file('tabel.csv', 'sector,a,b\na,150,500\nb,200,100\n');

  it('is L times the demand that falls away over output', async () => {
    const sectors = file('vraag.csv', 'sector,output,lost\na,1000,0.1\nb,2000,0\n');
    const ran = await calc('inoperability', TABLE, '--sectors', sectors, '--json');
    expect(ran.code).toBe(0);
    const [a, b] = documentOf(ran).results;
    // (1 - A)^-1 has determinant 0.85 x 0.95 - 0.25 x 0.2; 100 less is asked of a.
    const determinant = 0.85 * 0.95 - 0.25 * 0.2;
    expect(a.loss.max).toBeCloseTo((100 * 0.95) / determinant, 9);
    expect(b.inoperability.min).toBeCloseTo((100 * 0.2) / determinant / 2000, 12);
  });

  it('takes an empty part for unknown, names the sector that is absent, and refuses more than all', async () => {
    const open = file('half.csv', 'sector,output,lost\na,1000,\nb,2000,0\n');
    const ran = await calc('inoperability', TABLE, '--sectors', open, '--csv');
    const [head, first] = ran.stdout.split('\n');
    expect(head).toBe('sector,inoperabilityMin,inoperabilityMax,lossMin,lossMax');
    expect(first).toMatch(/^a,0,1\.25/);
    expect(ran.stderr).toContain('a');
    const short = file('kort.csv', 'sector,output,lost\na,1000,0.1\n');
    expect((await calc('inoperability', TABLE, '--sectors', short)).code).toBe(EXIT_CODES.notFound);
    const much = file('veel.csv', 'sector,output,lost\na,1000,1.1\nb,2000,0\n');
    const refused = await calc('inoperability', TABLE, '--sectors', much);
    expect(refused.stderr).toMatch(/^veel\.csv, regel 2, lost: /);
  });
});
