import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { documentOf, newFolder, waarborgHere } from './helpers.ts';

vi.setConfig({ testTimeout: 120_000 });
const folder = newFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const file = (name: string, value: unknown): string => {
  const target = path.join(folder, name);
  fs.writeFileSync(target, typeof value === 'string' ? value : JSON.stringify(value));
  return target;
};

describe('pack check', () => {
  it('says that a shipped pack is good, and what its content digests to', async () => {
    const ran = await waarborgHere(['pack', 'check', 'bev-2023', '--json']);
    expect(ran.code).toBe(0);
    expect(documentOf(ran)).toMatchObject({
      kind: 'framework',
      id: 'bev-2023',
      misses: [],
      signature: { state: 'none' },
    });
  });

  it('refuses a pack whose examples do not come true, and one that is malformed, by place', async () => {
    const [example, ...rest] = BEV_2023.examples;
    const wrong = { ...example, expected: { ...example?.expected, advice: 'marketSolution' } };
    const lying = file('lying.json', { ...BEV_2023, examples: [wrong, ...rest] });
    const ran = await waarborgHere(['pack', 'check', lying, '--language', 'en']);
    expect([ran.code, ran.stderr.includes('expected marketSolution')]).toEqual([EXIT_CODES.refused, true]);
    const broken = await waarborgHere([
      'pack',
      'check',
      file('broken.json', { leaves: [] }),
      '--language',
      'en',
    ]);
    expect([broken.code, broken.stderr.includes('broken.json')]).toEqual([EXIT_CODES.refused, true]);
    const nothing = await waarborgHere(['pack', 'check', file('x.json', '{'), '--language', 'en']);
    expect(nothing.stderr).toContain('no pack');
  });
});

describe('pack diff', () => {
  it('names what is different, and refuses packs of different kinds', async () => {
    const later = file('later.json', { ...BEV_2023, version: '1.1.0' });
    const ran = await waarborgHere(['pack', 'diff', 'bev-2023', later, '--json']);
    expect([ran.code, documentOf(ran).changes]).toEqual([0, [{ at: 'version', was: '1.0.0', is: '1.1.0' }]]);
    const mixed = await waarborgHere(['pack', 'diff', 'bev-2023', 'nl-law', '--language', 'en']);
    expect([mixed.code, mixed.stderr.includes('different kinds')]).toEqual([EXIT_CODES.refused, true]);
  });
});
