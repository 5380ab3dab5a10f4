import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateBag } from '#main/bundle/bag.ts';
import { newParty, open, outcome, plainArchive, seal, tempFolder, unpack } from './helpers.ts';

const suite = path.resolve(import.meta.dirname, '../../../../shared/data/bagit-conformance');
const bagsOf = (folder: string): string[] => {
  const full = path.join(suite, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full).filter((name) => statSync(path.join(full, name)).isDirectory());
};
const judge = async (folder: string): Promise<string> => {
  const result = await validateBag(folder);
  return result.ok ? ['valid', ...result.value.warnings].join(' ') : outcome(result);
};
const judgeAll = async (kind: string): Promise<Record<string, string>> => {
  const verdicts: Record<string, string> = {};
  for (const name of bagsOf(kind)) verdicts[name] = await judge(path.join(suite, kind, name));
  return verdicts;
};

describe.skipIf(!existsSync(suite))('the conformance suite of the Library of Congress', () => {
  test('has its valid bags accepted', async () => {
    expect({ ...(await judgeAll('v0.97/valid')), ...(await judgeAll('v1.0/valid')) }).toEqual({
      'ISO-8859-1-encoded-tag-files': 'valid',
      'UTF-16-encoded-tag-files': 'valid',
      'bag-in-a-bag': 'valid',
      'bag-with-encoded-names': 'valid',
      'bag-with-escapable-characters': 'valid',
      'bag-with-leading-dot-slash-in-manifest': 'valid relativeName',
      'bag-with-space': 'valid',
      'basic-bag': 'valid',
      'duplicate-metadata-entries': 'valid',
      'holey-bag': 'valid',
      'minimal-bag': 'valid',
      'uncommon-metadata-separators': 'valid',
      basicBag: 'valid',
    });
  });

  test('has its invalid bags of the drafts refused, with the reason', async () => {
    expect(await judgeAll('v0.97/invalid')).toEqual({
      'baginfo-missing-encoding': 'declarationMalformed',
      'bom-in-bagit.txt': 'declarationMalformed',
      'corrupt-data-file': 'hashMismatch',
      'corrupt-tag-file': 'hashMismatch',
      'extra-file-in-bag': 'unlistedFile',
      'invalid-version-number': 'declarationMalformed',
      'missing-baginfo': 'missingFile',
      'missing-bagit.txt': 'declarationMissing',
      'out-of-scope-file-paths-using-dot-notation': 'nameRefused',
      'out-of-scope-file-paths-using-dot-notation-for-fetch': 'nameRefused',
      'same-filename-listed-twice-with-different-hashes': 'nameCollision',
    });
  });

  test('has its invalid bags of version 1.0 refused, with the reason', async () => {
    expect(await judgeAll('v1.0/invalid')).toEqual({
      'bagit-with-invalid-whitespace': 'declarationMalformed',
      notAllManifestsListAllFiles: 'unlistedFile',
      'same-filename-listed-twice-with-different-hashes': 'declarationMalformed',
      'same-filename-listed-twice-with-the-same-hash': 'nameCollision',
    });
  });

  test('has every name that leaves the bag refused, on every system', async () => {
    const verdicts = [
      ...Object.values(await judgeAll('v0.97/linux-only')),
      ...Object.values(await judgeAll('v0.97/windows-only')),
    ];
    expect(verdicts).toEqual(Array(12).fill('nameRefused'));
  });

  test('has its doubtful bags accepted with a warning, or refused where systems would differ', async () => {
    expect(await judgeAll('v0.97/warning')).toEqual({
      'duplicate-file-with-different-case': 'nameCollision',
      'made-with-md5sum-tools': 'valid binaryMark',
      'relative-path': 'valid relativeName',
      'same-filename-listed-twice-with-different-normalization': 'nameRefused',
      'same-filename-listed-twice-with-the-same-hash': 'valid duplicateLine',
      'special-system-files': 'missingFile',
    });
  });
});

describe('a bundle of ours, unpacked by hand', () => {
  const folder = tempFolder();
  const bag = path.join(folder, 'bag');

  beforeAll(async () => {
    const anna = await newParty('Anna');
    const file = path.join(folder, 'case.age');
    await seal(file, anna, [anna.pub.classical]);
    expect(outcome(await open(file, anna, [anna]))).toBe('opened');
    for (const { header, body } of await unpack(await plainArchive(file, anna))) {
      const target = path.join(bag, header.name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, body);
    }
  });

  test('is a valid bag of version 1.0', async () => {
    expect(await validateBag(bag)).toEqual({
      ok: true,
      value: { version: '1.0', payloadFiles: 3, warnings: [] },
    });
  });

  test('is not one any more with a link in it', async () => {
    symlinkSync('/etc/hostname', path.join(bag, 'data/link'));
    expect(await judge(bag)).toBe('entryNotFile');
  });
});
