import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { ANNA, newFolder, personAt, ROOT, secretFile, waarborg } from './helpers.ts';

// Every command unlocks with the real key derivation, and a machine may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const folder = newFolder();
const anna = personAt(path.join(folder, 'Kluis van Anna'), ANNA);
const CASE = ['graph', '--case', 'EV-2026-014', '--valid-at', '2026-11-20'];

beforeAll(async () => {
  const line = ['vault', 'create', anna.vault, '--name', 'Anna de Vries', '--department', 'EZ'];
  const made = await waarborg([...line, '--passphrase-file', secretFile(folder, 'anna.txt', ANNA)]);
  expect(made.code).toBe(0);
  await anna.json('import', path.join(ROOT, 'samples/lumenschip'), '--new');
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the chain of the sample case on the command line', () => {
  it('tells the verdict first, then findings with their proof, and never a text without words', async () => {
    const { code, stdout, stderr } = await anna.run(...CASE);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines.slice(2, 4)).toEqual([
      'Wat er gebeurt als Lumenschip B.V. stopt, op 20 november 2026',
      '1 vitaal proces wordt zeker geraakt',
    ]);
    expect(stdout).toContain(
      '    Veldmetaal Raffinage N.V. → Oxmere Precursors Ltd (Indium van 7N zuiver) [B3]',
    );
    for (const title of ['Bevindingen', 'Voorraad tegen vervangen', 'Concentratie per input'])
      expect(lines).toContain(title);
    expect(stdout).not.toMatch(/\{\{|chain\.|cli\./);
  });

  it('gives the same as one document, with the scope of every figure', async () => {
    const found = await anna.json(...CASE);
    expect(found.scope).toBe('within the mapped network');
    expect(found.findings.map(({ code }: { code: string }) => code)).toContain('sharedRoot');
    expect(found.suggestions.map(({ about }: { about: string }) => about)).toEqual([
      'IND-1',
      'IND-2',
      'IND-3',
      'SC-2',
    ]);
    const indium = found.concentration.find(
      ({ input, sources }: { input: string; sources: string[] }) =>
        input === 'Trimethylindium' && sources.length === 2,
    );
    // 0.7 squared and 0.3 squared.
    expect(indium.supplier.min).toBeCloseTo(0.58, 10);
    expect(found.ranking.length).toBeGreaterThan(20);
  });

  it('is about another party when asked, and names one that is not there', async () => {
    const { stdout } = await anna.run(...CASE, '--target', 'Optilink Systemen B.V.');
    expect(stdout).toMatch(/^Wat er gebeurt als Optilink Systemen B\.V\. stopt/m);
    expect((await anna.run(...CASE, '--target', 'Niemand')).code).toBe(EXIT_CODES.notFound);
  });
});

type Found = { name: string; hit: object; stop: object | null };
type Party = { name: string };
type Input = { customerName: string; input: string };

describe('a disruption of the sample case over time', () => {
  it('follows stocks from customer to customer, within the mapped network', async () => {
    const found = await anna.json('graph', 'timeline', ...CASE.slice(1));
    expect([found.scope, found.days, found.cap]).toEqual([
      'within the mapped network',
      null,
      { min: 0, max: 0 },
    ]);
    const of = (name: string) => found.nodes.find((node: Found) => node.name === name);
    // Stock of 11 weeks at Optilink and of 26 at Sensoria, and 8 more at its customer; replacing takes longer.
    expect(of('Optilink Systemen B.V.').stop).toEqual({ from: 11, to: 11 });
    expect(of('Sensoria Maritiem B.V.').stop).toEqual({ from: 26, to: 26 });
    expect(of('Noordzee Maritieme Systemen B.V.').stop).toEqual({ from: 34, to: 34 });
    expect(of('Optilink Systemen B.V.').most).toHaveLength(104);
    // Laagland has what it needs for ever or for no time at all: nobody recorded it.
    expect(of('Laagland Telecom N.V.').hit).toEqual({ from: 11, to: null });
  });

  it('takes ranges of duration and of what is left, and says nothing is certain where all may be left', async () => {
    const line = ['graph', 'timeline', ...CASE.slice(1), '--weeks', '30'];
    // At most 60 days, and the stock lasts for 77.
    const short = await anna.run(...line, '--days', '30..60', '--csv');
    const [head, ...rows] = short.stdout.trim().split('\n');
    expect([short.code, head]).toEqual([0, 'node,name,week,min,max,scope']);
    expect(rows.filter((row) => row.includes('Optilink'))).toEqual([]);
    expect(
      rows
        .filter((row) => row.includes(',Lumenschip B.V.,'))
        .slice(0, 10)
        .map((row) => row.split(',').slice(2, 5)),
    ).toEqual(
      // For certain 4.3 weeks, at most 8.6.
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((week) => [
        String(week),
        week < 5 ? '1' : '0',
        week < 9 ? '1' : '0',
      ]),
    );
    const perhaps = await anna.json(...line, '--fail', 'Optilink Systemen B.V.', '--cap', '0..1');
    expect(perhaps.nodes.every(({ hit }: { hit: { to: unknown } }) => hit.to === null)).toBe(true);
    expect((await anna.run(...line, '--days', '60..30')).code).toBe(EXIT_CODES.usage);
  });

  it('holds time to survive against time to recover, by party and by input', async () => {
    const found = await anna.json('graph', 'survival', ...CASE.slice(1));
    expect([found.scope, found.unit]).toEqual(['within the mapped network', 'days']);
    const own = found.parties.find((one: Party) => one.name === 'Lumenschip B.V.');
    // The first for certain is Optilink, after 11 weeks; two to three years until there is another fab.
    expect(own).toMatchObject({
      survive: { min: 0, max: 77 },
      recover: { min: 2 * 365.25, max: 3 * 365.25 },
      recoverKnown: true,
      loss: 'certain',
      vital: { survive: { min: 77 }, loss: 'certain' },
    });
    const chip = found.inputs.find(
      ({ customerName, input }: Input) => customerName.startsWith('Sensoria') && input === 'Lidarchip LS-PA2',
    );
    expect(chip).toMatchObject({
      survive: { min: 26 * 7, max: 26 * 7 },
      replace: { min: 2 * 365.25, max: 3 * 365.25 },
      loss: 'certain',
    });
    const { stdout } = await anna.run('graph', 'survival', ...CASE.slice(1), '--target', own.node, '--csv');
    expect(stdout.split('\n')[1]).toBe(
      `party,${own.node},Lumenschip B.V.,,,0,77,730.5,1095.75,certain,77,${own.vital.survive.max},certain,within the mapped network`,
    );
  });

  it('refuses an option of the chain that a time line does not have', async () => {
    const ran = await anna.run('graph', 'timeline', ...CASE.slice(1), '--target', 'Lumenschip B.V.');
    expect([ran.code, ran.stderr.split('\n')[0]]).toEqual([
      EXIT_CODES.usage,
      'Fout: De optie --target bestaat niet bij deze opdracht.',
    ]);
  });
});
