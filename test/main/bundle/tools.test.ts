import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { minisignKeyFile, minisignVerify, parseMinisign } from '#main/bundle/minisign.ts';
import { CHANGES_FILE } from '#shared/bundle/bag.ts';
import {
  CHANGES,
  DRAFT,
  encryptTo,
  newParty,
  open,
  outcome,
  type Party,
  seal,
  tempFolder,
} from './helpers.ts';

// Debian's own age, tar, sha256sum and minisign: programs that know nothing of us.

const has = (program: string): boolean => !spawnSync(program, ['--version']).error;
const folder = tempFolder();
const at = (name: string): string => path.join(folder, name);
const run = (program: string, args: readonly string[], cwd = folder): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' });

let anna: Party;
let bram: Party;
beforeAll(async () => {
  [anna, bram] = await Promise.all([newParty('Anna'), newParty('Bram')]);
  writeFileSync(at('bram.id'), `${bram.keys.classical}\n`, { mode: 0o600 });
  writeFileSync(at('anna.pub'), minisignKeyFile(anna.pub.signingKey));
});

describe.skipIf(!['age', 'tar', 'sha256sum', 'minisign'].every(has))('without Waarborg', () => {
  test('a bundle is decrypted, unpacked, checked and its signer verified', async () => {
    await seal(at('case.age'), anna, [bram.pub.classical]);
    run('age', ['-d', '-i', 'bram.id', '-o', 'bag.tar', 'case.age']);
    mkdirSync(at('bag'));
    expect(run('tar', ['-xvf', '../bag.tar'], at('bag')).split('\n').slice(0, 6)).toEqual([
      'tagmanifest-sha256.txt',
      'tagmanifest-sha256.txt.minisig',
      'bagit.txt',
      'bag-info.txt',
      'envelope.json',
      'manifest-sha256.txt',
    ]);
    expect(run('sha256sum', ['-c', 'manifest-sha256.txt'], at('bag')).match(/: OK$/gm)).toHaveLength(3);
    expect(run('sha256sum', ['-c', 'tagmanifest-sha256.txt'], at('bag')).match(/: OK$/gm)).toHaveLength(4);
    const verdict = run('minisign', ['-Vm', 'tagmanifest-sha256.txt', '-p', '../anna.pub'], at('bag'));
    const { id, caseId } = JSON.parse(readFileSync(at('bag/envelope.json'), 'utf8')) as Record<
      string,
      string
    >;
    expect(verdict).toContain('Signature and comment signature verified');
    expect(verdict).toContain(`Trusted comment: waarborg-bundle/1 ${id}`);
    expect(caseId).toBe(DRAFT.caseId);
    expect(readFileSync(at(`bag/${CHANGES_FILE}`)).equals(CHANGES)).toBe(true);
  });

  test('a bag that was packed and encrypted with tar and age opens here', async () => {
    const order = run('tar', ['-tf', 'bag.tar']).trim().split('\n');
    run('tar', ['--format=ustar', '-cf', '../again.tar', ...order], at('bag'));
    run('age', ['-r', bram.pub.classical, '-o', 'again.age', 'again.tar']);
    expect(outcome(await open(at('again.age'), bram, [anna]))).toBe('opened');
  });

  test('a changed payload file is found by sha256sum and here', async () => {
    const order = run('tar', ['-tf', 'bag.tar']).trim().split('\n');
    writeFileSync(at(`bag/${CHANGES_FILE}`), CHANGES.toString().replace('2', '4'));
    expect(() => run('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], at('bag'))).toThrow(
      '1 computed checksum did NOT match',
    );
    run('tar', ['--format=ustar', '-cf', '../forged.tar', ...order], at('bag'));
    await encryptTo(at('forged.age'), readFileSync(at('forged.tar')), [bram]);
    expect(outcome(await open(at('forged.age'), bram, [anna]))).toBe('hashMismatch');
  });

  test('a signature by minisign itself is read and checked here', () => {
    writeFileSync(at('text'), 'een tekst');
    run('minisign', ['-G', '-W', '-p', 'cli.pub', '-s', 'cli.key']);
    run('minisign', ['-S', '-s', 'cli.key', '-m', 'text', '-x', 'text.minisig', '-t', 'aan eenheid B']);
    const parsed = parseMinisign(readFileSync(at('text.minisig'), 'utf8'));
    if (!parsed.ok) throw new Error('not read');
    const raw = Buffer.from(readFileSync(at('cli.pub'), 'utf8').split('\n')[1] as string, 'base64');
    expect(parsed.value.trustedComment).toBe('aan eenheid B');
    // minisign draws its key ids at random, ours are derived from the key: only those can be contacts.
    expect(minisignVerify(Buffer.from('een tekst'), parsed.value, raw.toString('hex', 10))).toBe(false);
  });
});
