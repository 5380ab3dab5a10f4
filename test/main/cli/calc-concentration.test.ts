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
const concentration = (...line: string[]) => waarborgHere(['calc', 'concentration', ...line]);

describe('concentration of a bare file', () => {
  const SOURCES = file(
    'bronnen.csv',
    'input,supplier,share,min,max,country,owner\n' +
      'glas,A,30%,,,DE,\nglas,B,0.3,,,DE,\nglas,C,20%,,,NL,\nglas,D,20%,,,NL,\n' +
      'gallium,E,70%,,,CN,Staat\ngallium,F,,10%,30%,CN,Staat\ngallium,G,,,,US,\n',
  );

  it('gives the index by input, exact where the shares are and a range where they are not', async () => {
    const ran = await concentration(SOURCES, '--json');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const [glass, gallium] = documentOf(ran).results;
    expect(glass).toMatchObject({
      input: 'glas',
      suppliers: 4,
      owner: null,
      site: null,
      outsideEu: { min: 0, max: 0 },
    });
    expect(glass.points).toBeCloseTo(2600, 8);
    expect(glass.country.hhi).toBeCloseTo(0.52, 12);
    expect(gallium).toMatchObject({ hhi: null, points: null });
    expect(gallium.min).toBeLessThan(gallium.max);
    expect(gallium.country.max).toBeCloseTo(1, 12);
    expect(gallium.thresholds.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'yes',
      'yes',
      'yes',
    ]);
  });

  it('tells a person which yardsticks are passed, and that they are not the letter’s', async () => {
    const { stdout } = await concentration(SOURCES, '--language', 'en');
    expect(stdout).toContain('2,600');
    expect(stdout).toMatch(/gallium: above half from outside the EU\. Source: European Commission/);
    expect(stdout).toMatch(/the letter has none/);
  });

  it('refuses bad rows by line and field, and computes nothing of shares that contradict each other', async () => {
    const bad = await concentration(file('fout.csv', 'supplier,share\nA,30\nB,0.2\n'));
    expect([bad.code, bad.stdout]).toEqual([EXIT_CODES.refused, '']);
    expect(bad.stderr).toMatch(/^fout\.csv, regel 2, share: /);
    const ran = await concentration(file('teveel.csv', 'supplier,share\nA,0.8\nB,0.7\n'), '--json');
    expect(documentOf(ran).results[0]).toMatchObject({
      hhi: null,
      min: null,
      contradictory: true,
      thresholds: [],
    });
    expect(ran.stderr).toMatch(/meer dan het geheel/);
  });
});
