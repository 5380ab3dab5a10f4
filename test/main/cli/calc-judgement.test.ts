import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { documentOf, newFolder, waarborg } from './helpers.ts';

vi.setConfig({ testTimeout: 120_000 });
const folder = newFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const target = path.join(folder, name);
  fs.writeFileSync(target, text);
  return target;
}

/** Krippendorff's C data, a row a rater. */
const RATERS = [
  ['1', '2', '3', '3', '2', '1', '4', '1', '2', 'NA', 'NA', 'NA'],
  ['1', '2', '3', '3', '2', '2', '4', '1', '2', '5', 'NA', 'NA'],
  ['NA', '3', '3', '3', '2', '3', '4', '2', '2', '5', '1', '3'],
  ['1', '2', '3', '3', '2', '4', '4', '1', '2', '5', '1', 'NA'],
];
const UNITS = RATERS[0]?.map((_, u) => `V${u + 1}`) ?? [];
const alphas = (document: { alpha: { metric: string; alpha: number }[] }): string[] =>
  document.alpha.map(({ metric, alpha }) => `${metric} ${alpha.toFixed(4)}`);
const PUBLISHED = ['nominal 0.7434', 'ordinal 0.8154', 'interval 0.8491', 'ratio 0.7974'];

describe('calc agreement', () => {
  it('gives the published alphas, whichever way the table lies', async () => {
    const byRater = [UNITS, ...RATERS].map((row) => row.join(',')).join('\n');
    const byUnit = [
      'unit;a;b;c;d',
      ...UNITS.map((unit, u) => [unit, ...RATERS.map((row) => row[u])].join(';')),
    ].join('\n');
    const list = [
      'rater,unit,value',
      ...RATERS.flatMap((row, r) => row.map((cell, u) => `r${r},${UNITS[u]},${cell}`)),
    ].join('\n');
    for (const [name, text] of Object.entries({ byRater, byUnit, list })) {
      const ran = await waarborg(['calc', 'agreement', file(`${name}.csv`, text), '--json']);
      expect([ran.code, alphas(documentOf(ran))]).toEqual([0, PUBLISHED]);
    }
  });

  it('shows the raw differences first, and says in words how far alpha may be relied on', async () => {
    const text = 'unit,a,b\nIND-1,2,5\nIND-2,3,3\nIND-3,4,-\n';
    const ran = await waarborg(['calc', 'agreement', file('few.csv', text), '--language', 'en']);
    expect(ran.code).toBe(0);
    const lines = ran.stdout.split('\n');
    expect(lines[1]?.trim()).toMatch(/^IND-1 +span 3\.000 \(2 values\)$/);
    expect(ran.stdout).toContain('1 value, nothing to compare');
    expect(ran.stdout).toContain('insufficient');
  });

  it('refuses a cell that is no number, with its line and column', async () => {
    const ran = await waarborg([
      'calc',
      'agreement',
      file('bad.csv', 'unit,a,b\nX,1,veel\n'),
      '--language',
      'en',
    ]);
    expect([ran.code, ran.stdout]).toEqual([EXIT_CODES.refused, '']);
    expect(ran.stderr).toContain('bad.csv, line 2, b');
  });
});

describe('calc smaa', () => {
  const triangle = {
    criteria: [{ id: 'x' }, { id: 'y' }],
    options: [
      { id: 'a', scores: [1, 0] },
      { id: 'b', scores: { x: 0, y: 1 } },
      { id: 'c', scores: [0.6, 0.6] },
    ],
    draws: 20_000,
  };

  it('gives the shares that can be computed by hand, with their error, the same for the same seed', async () => {
    const target = file('smaa.json', JSON.stringify(triangle));
    const ran = await waarborg(['calc', 'smaa', target, '--seed', '5', '--json']);
    expect(ran.code).toBe(0);
    const found = documentOf(ran);
    const first = found.options.map(
      ({ ranks }: { ranks: number[] }) => Math.round((ranks[0] ?? 0) * 20) / 20,
    );
    expect([first, found.seed, found.draws]).toEqual([[0.4, 0.4, 0.2], 5, 20_000]);
    expect((await waarborg(['calc', 'smaa', target, '--seed', '5', '--json'])).stdout).toBe(ran.stdout);
  });

  it('names the place of what is wrong', async () => {
    const wrong = { ...triangle, options: [{ id: 'a', scores: { x: 2, y: 0 } }] };
    const ran = await waarborg([
      'calc',
      'smaa',
      file('wrong.json', JSON.stringify(wrong)),
      '--language',
      'en',
    ]);
    expect([ran.code, ran.stdout]).toEqual([EXIT_CODES.refused, '']);
    expect(ran.stderr).toContain('wrong.json, options.0.scores.x');
    const weights = triangle.criteria.map((one) => ({ ...one, weight: { min: 0.9, max: 1 } }));
    const heavy = file('heavy.json', JSON.stringify({ ...triangle, criteria: weights }));
    expect((await waarborg(['calc', 'smaa', heavy, '--language', 'en'])).stderr).toContain('sum to 1');
  });
});
