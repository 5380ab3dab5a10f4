import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { ANNA, documentOf, newFolder, personAt, ROOT, secretFile, waarborg } from './helpers.ts';

// Every command unlocks with the real key derivation, and a machine may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const folder = newFolder();
const anna = personAt(path.join(folder, 'Kluis van Anna'), ANNA);
const CASE = ['scenarios', '--case', 'EV-2026-014', '--valid-at', '2026-11-02'];

beforeAll(async () => {
  const line = ['vault', 'create', anna.vault, '--name', 'Anna de Vries', '--department', 'EZ'];
  const made = await waarborg([...line, '--passphrase-file', secretFile(folder, 'anna.txt', ANNA)]);
  expect(made.code).toBe(0);
  await anna.json('import', path.join(ROOT, 'samples/lumenschip'), '--new');
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the scenarios of the sample case on the command line', () => {
  it('tells each in words, with the verdict first, and puts them side by side', async () => {
    const { code, stdout, stderr } = await anna.run(...CASE);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines).toContain('(1) Helion: ronde van december 2026 (Ongewenste transactie)');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'beschikt Helion Groeipartners Coöperatief U.A. over 28,6% van de stemmen en 28,6% van het kapitaal.',
    );
    const row = lines.find((line) => line.startsWith('  De Wit & Sarı Beheer B.V.')) ?? '';
    expect(row.split(/ {2,}/).slice(2)).toEqual(['22%', '15,7%', '15,7–20,9%', '15,7%', '22%', '15,7%']);
    expect(stdout).not.toMatch(/\{\{|scenarios\.|ownership\./);
  });

  it('gives the same as one document', async () => {
    const found = await anna.json(...CASE);
    expect([found.target.label, found.day, found.columns.length]).toEqual([
      'Lumenschip B.V.',
      '2026-11-02',
      6,
    ]);
    expect(found.columns[0].id).toBe('facts');
  });

  it('says so when the case is not there', async () => {
    const ran = await anna.run('scenarios', '--case', 'NIETS', '--json');
    expect([ran.code, documentOf(ran).error.code]).toEqual([EXIT_CODES.notFound, 'notFound']);
  });
});
