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
