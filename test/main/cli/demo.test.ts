import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { documentOf, newFolder, waarborg } from './helpers.ts';

vi.setConfig({ testTimeout: 240_000 });
const folder = newFolder();
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const start = (out: string, started?: (pid: number) => void) => {
  const tmp = path.join(folder, `${out}-tmp`);
  fs.mkdirSync(tmp);
  const given = { env: { TMPDIR: tmp }, ...(started ? { started } : {}) };
  const ran = waarborg(['demo', '--json', '--out', path.join(folder, out)], given);
  return { ran, tmp };
};

describe('the demonstration', () => {
  it('does the whole job: two vaults, sample, gates, PDF, bundles, merge and equal states, and leaves no vault', async () => {
    const { ran, tmp } = start('alles');
    const done = await ran;
    expect([done.code, done.stderr]).toEqual([0, '']);
    const { steps, files, stateDigest, assessment, sentence } = documentOf(done);
    expect(steps).toHaveLength(12);
    for (const { milliseconds } of steps) expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(fs.readFileSync(files.pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(fs.readFileSync(files.bundle).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(stateDigest).toMatch(/^[0-9a-f]{64}$/);
    expect([assessment.root.id, assessment.advice.outcome]).toEqual(['BEV', 'undetermined']);
    expect(sentence).toMatch(/^Nog geen advies/);
    expect(fs.readdirSync(tmp)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('leaves no vault behind when it is broken off', async () => {
    let broken = false;
    const { ran, tmp } = start('half', (pid) => {
      const watch = setInterval(() => {
        const [made] = fs.readdirSync(tmp);
        if (made === undefined || !fs.existsSync(path.join(tmp, made, 'Anna de Vries', 'vault.db'))) return;
        clearInterval(watch);
        broken = process.kill(pid, 'SIGINT');
      }, 20);
    });
    expect([(await ran).code, broken, fs.readdirSync(tmp)]).toEqual([130, true, []]);
  });
});
