import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { ANNA, documentOf, newFolder, personAt, ROOT, secretFile, waarborg } from './helpers.ts';

// Every command unlocks with the real key derivation, and a machine may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const folder = newFolder();
const anna = personAt(path.join(folder, 'Kluis van Anna'), ANNA);
const CASE = ['ownership', '--case', 'EV-2026-014', '--valid-at', '2026-11-02'];

beforeAll(async () => {
  const line = ['vault', 'create', anna.vault, '--name', 'Anna de Vries', '--department', 'EZ'];
  const made = await waarborg([...line, '--passphrase-file', secretFile(folder, 'anna.txt', ANNA)]);
  expect(made.code).toBe(0);
  await anna.json('import', path.join(ROOT, 'samples/lumenschip'), '--new');
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('ownership of the sample case on the command line', () => {
  it('is about the company of the case and the foreign public bodies above it', async () => {
    const found = await anna.json(...CASE);
    const names = new Map(found.nodes.map(({ record, label }: Record<string, string>) => [record, label]));
    expect([found.target.label, found.day, found.at]).toEqual([
      'Lumenschip B.V.',
      '2026-11-02',
      { validAt: '2026-11-02' },
    ]);
    expect(found.parties.map((record: string) => names.get(record))).toContain('Republiek Zoravië');
    expect(found.why.verdict).toBe('excluded');
    const republic = found.owners.find(
      ({ owner }: { owner: string }) => names.get(owner) === 'Republiek Zoravië',
    );
    expect(republic.integrated).toBeGreaterThan(0.05);
    expect(republic.integrated).toBeLessThan(0.07);
    expect(found.circles).toHaveLength(1);
    expect(found.rules.length).toBeGreaterThan(5);
  });

  it('says in words who controls another company, why, and which link is the weakest', async () => {
    const { code, stdout, stderr } = await anna.run(
      ...CASE,
      '--target',
      'Polaris Technologiefonds',
      '--party',
      'Republiek Zoravië',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Zeggenschap over Polaris Technologiefonds op 2 november 2026$/m);
    expect(stdout).toMatch(/^Zeker zeggenschap$/m);
    for (const title of ['Wie bezit', 'Wettelijke drempels', 'Waarom zeggenschap?', 'Hoeveel is te zien'])
      expect(stdout.split('\n')).toContain(title);
    expect(stdout).toMatch(/^ {2}1\. {2}Republiek Zoravië .*\([^)]*; [A-F][1-6]/m);
    expect(stdout).toContain('← zwakste schakel');
    expect(stdout).not.toMatch(/\{\{|ownership\.|cli\./);
  });

  it('names the party that is not in the case', async () => {
    const ran = await anna.run(...CASE, '--party', 'Niemand', '--json');
    expect([ran.code, documentOf(ran).error.code]).toEqual([EXIT_CODES.notFound, 'notFound']);
  });
});
