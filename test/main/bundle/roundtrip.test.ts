import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectBundle } from '#main/bundle/inspect.ts';
import { type BundleFile, type OpenedBundle, openBundle } from '#main/bundle/open.ts';
import type { SealFor } from '#main/bundle/seal.ts';
import { attachmentFile, CHANGES_FILE } from '#shared/bundle/bag.ts';
import { recipientFingerprint } from '#shared/bundle/fingerprint.ts';
import { sha256Hex } from '#shared/model/canonical.ts';
import {
  CHANGES,
  DRAFT,
  EMPTY,
  newParty,
  open,
  outcome,
  type Party,
  PHOTO,
  seal,
  tempFolder,
} from './helpers.ts';

const folder = tempFolder();
const at = (name: string): string => path.join(folder, name);
let anna: Party;
let bram: Party;
beforeAll(async () => {
  [anna, bram] = await Promise.all([newParty('Anna de Wit'), newParty('Bram Kaya')]);
});

async function contentOf(bundle: OpenedBundle): Promise<BundleFile[]> {
  const files: BundleFile[] = [];
  for await (const file of bundle.files()) files.push(file);
  return files;
}

const EXPECTED = [
  { name: attachmentFile(sha256Hex(EMPTY)), sha256: sha256Hex(EMPTY), bytes: EMPTY },
  { name: attachmentFile(sha256Hex(PHOTO)), sha256: sha256Hex(PHOTO), bytes: new Uint8Array(PHOTO) },
  { name: CHANGES_FILE, sha256: sha256Hex(CHANGES), bytes: new Uint8Array(CHANGES) },
].sort((a, b) => (a.name < b.name ? -1 : 1));

describe('a bundle that is opened by the one it was sealed for', () => {
  test.each(['classical', 'postQuantum'] as const)('gives back every byte, %s keys', async (kind) => {
    const file = at(`${kind}.age`);
    const sealed = await seal(file, anna, [bram.pub[kind], anna.pub[kind]]);
    expect(await inspectBundle(file)).toEqual({
      ok: true,
      value: { mode: kind, stanzas: 2, headerBytes: expect.any(Number), fileBytes: statSync(file).size },
    });
    const opened = await open(file, bram, [anna]);
    if (!sealed.ok || !opened.ok) throw new Error(`${outcome(sealed)} ${outcome(opened)}`);
    expect(opened.value.envelope).toEqual({
      ...DRAFT,
      format: 'waarborg-bundle/1',
      id: sealed.value.id,
      sender: {
        keyId: anna.pub.keyId,
        signingKey: anna.pub.signingKey,
        name: 'Anna de Wit',
        department: 'EZ',
      },
      recipients: [bram.pub[kind], anna.pub[kind]].map(recipientFingerprint).sort(),
      files: 3,
      bytes: CHANGES.length + PHOTO.length,
    });
    expect(opened.value.trusted).toBe(true);
    const files = await contentOf(opened.value);
    expect(files.map((one) => ({ ...one, bytes: new Uint8Array(one.bytes) }))).toEqual(EXPECTED);
  });

  test('opens with the passphrase, however its accents are composed, and with no other', async () => {
    const file = at('passphrase.age');
    const sealFor = { kind: 'passphrase', passphrase: 'café paard vijf' } as const;
    expect(outcome(await seal(file, anna, [], { sealFor }))).toBe('opened');
    const options = { trusted: [anna.pub.signingKey], isSeen: () => false };
    const opened = await openBundle(
      file,
      { kind: 'passphrase', passphrase: 'cafe\u0301 paard vijf' },
      options,
    );
    if (!opened.ok) throw new Error(outcome(opened));
    expect(opened.value.envelope.recipients).toEqual([]);
    expect(Buffer.from(opened.value.read(CHANGES_FILE) ?? []).equals(CHANGES)).toBe(true);
    const wrong = await openBundle(file, { kind: 'passphrase', passphrase: 'cafe paard vijf' }, options);
    expect(outcome(wrong)).toBe('wrongPassphrase');
    expect(outcome(await open(file, bram, [anna]))).toBe('needsPassphrase');
  });

  test('is empty of content when nothing was put in', async () => {
    await seal(at('empty.age'), anna, [bram.pub.classical], { files: [] });
    const opened = await open(at('empty.age'), bram, [anna]);
    if (!opened.ok) throw new Error(outcome(opened));
    expect([opened.value.envelope.files, await contentOf(opened.value)]).toEqual([0, []]);
  });

  test('is wiped when it is disposed of', async () => {
    const opened = await open(at('classical.age'), bram, [anna]);
    if (!opened.ok) throw new Error(outcome(opened));
    const bytes = opened.value.read(CHANGES_FILE);
    opened.value.dispose();
    expect(bytes?.every((byte) => byte === 0)).toBe(true);
    expect(() => opened.value.read(CHANGES_FILE)).toThrow('disposed');
  });
});

describe('while a bundle is made', () => {
  test('its folder never holds plaintext, and at the end one private file', async () => {
    const own = tempFolder();
    const seen = new Set<string>();
    let plain = 0;
    await seal(path.join(own, 'case.age'), anna, [bram.pub.classical], {
      onProgress: () => {
        for (const name of readdirSync(own)) {
          seen.add(name);
          if (readFileSync(path.join(own, name)).includes('Lichtgolf')) plain++;
        }
      },
    });
    expect(plain).toBe(0);
    expect([...seen]).toEqual([expect.stringMatching(/^\.case\.age\.[0-9a-f]{12}\.part$/)]);
    expect(readdirSync(own)).toEqual(['case.age']);
    expect(statSync(path.join(own, 'case.age')).mode & 0o777).toBe(0o600);
  });

  test('giving up leaves nothing behind', async () => {
    const own = tempFolder();
    const controller = new AbortController();
    const sealed = await seal(path.join(own, 'case.age'), anna, [bram.pub.classical], {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect([outcome(sealed), readdirSync(own)]).toEqual(['cancelled', []]);
  });

  test('a file in the way is kept unless it may be replaced', async () => {
    const file = at('taken.age');
    writeFileSync(file, 'mine');
    expect(outcome(await seal(file, anna, [bram.pub.classical]))).toBe('fileExists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(outcome(await seal(file, anna, [bram.pub.classical], { overwrite: true }))).toBe('opened');
    expect(outcome(await open(file, bram, [anna]))).toBe('opened');
    expect(outcome(await seal(at('no/such/folder.age'), anna, [bram.pub.classical]))).toBe('notWritable');
  });

  test.each<[string, string, () => SealFor]>([
    ['nobody to open it', 'recipientsMissing', () => ({ kind: 'recipients', recipients: [] })],
    ['an empty passphrase', 'passphraseMissing', () => ({ kind: 'passphrase', passphrase: '' })],
    [
      'one classical key among post-quantum ones',
      'recipientsMixed',
      () => ({ kind: 'recipients', recipients: [bram.pub.postQuantum, anna.pub.classical] }),
    ],
    [
      'a recipient with a typing error',
      'recipientInvalid',
      () => ({
        kind: 'recipients',
        recipients: [bram.pub.classical.replace(/.$/, (c) => (c === 'q' ? 'p' : 'q'))],
      }),
    ],
    ['an SSH key', 'recipientInvalid', () => ({ kind: 'recipients', recipients: ['ssh-ed25519 AAAA'] })],
  ])('%s is refused', async (_, reason, sealFor) => {
    expect(outcome(await seal(at('refused.age'), anna, [], { sealFor: sealFor() }))).toBe(reason);
    expect(readdirSync(folder)).not.toContain('refused.age');
  });

  test.each([
    ['a name outside data/', 'nameRefused', [{ name: 'changes.jsonl', bytes: CHANGES }]],
    ['a climbing name', 'nameRefused', [{ name: 'data/../x', bytes: CHANGES }]],
    [
      'two names that Windows takes for one',
      'nameCollision',
      [
        { name: 'data/A', bytes: CHANGES },
        { name: 'data/a', bytes: CHANGES },
      ],
    ],
    [
      'an attachment that is not what its name says',
      'hashMismatch',
      [{ name: attachmentFile('0'.repeat(64)), bytes: CHANGES }],
    ],
  ] as const)('%s is refused', async (_, reason, files) => {
    expect(outcome(await seal(at('refused.age'), anna, [bram.pub.classical], { files }))).toBe(reason);
    expect(readdirSync(folder)).not.toContain('refused.age');
  });

  test('content that changes between hashing and writing is noticed', async () => {
    let turn = 0;
    const files = [
      {
        name: CHANGES_FILE,
        size: 1,
        stream: async function* () {
          yield Buffer.from(String(turn++));
        },
      },
    ];
    const own = tempFolder();
    const sealed = await seal(path.join(own, 'x.age'), anna, [bram.pub.classical], { files });
    expect([outcome(sealed), readdirSync(own)]).toEqual(['contentChanged', []]);
  });
});

describe('while a bundle is opened', () => {
  test('progress counts the bytes of the file, and the caller can give up', async () => {
    const file = at('classical.age');
    let last = 0;
    await open(file, bram, [anna], {
      onProgress: (bytes) => {
        last = bytes;
      },
    });
    expect(last).toBe(statSync(file).size);
    const controller = new AbortController();
    const given = open(file, bram, [anna], {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(outcome(await given)).toBe('cancelled');
  });

  test('a file that cannot be read is said to be unreadable', async () => {
    expect(outcome(await open(at('nowhere.age'), bram, [anna]))).toBe('fileUnreadable');
    expect(outcome(await inspectBundle(at('nowhere.age')))).toBe('fileUnreadable');
    expect(outcome(await open(folder, bram, [anna]))).toBe('fileUnreadable');
  });
});
