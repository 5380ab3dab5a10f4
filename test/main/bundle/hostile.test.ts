import { createHash } from 'node:crypto';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { signingKeyOf } from '#main/bundle/ed25519.ts';
import { minisignSign } from '#main/bundle/minisign.ts';
import {
  BAGIT_TEXT,
  CHANGES_FILE,
  SIGNATURE,
  TAG_MANIFEST,
  type TagFile,
  tagManifestText,
} from '#shared/bundle/bag.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import {
  type Entry,
  encryptTo,
  newParty,
  open,
  outcome,
  type Party,
  packUp,
  plainArchive,
  seal,
  tempFolder,
  unpack,
} from './helpers.ts';

// Archives by an insider: validly encrypted to us, and in the second half validly signed by somebody we trust.

const folder = tempFolder();
let anna: Party;
let bram: Party;
let honest: Entry[];

beforeAll(async () => {
  [anna, bram] = await Promise.all([newParty('Anna'), newParty('Bram')]);
  const file = path.join(folder, 'case.age');
  await seal(file, anna, [bram.pub.classical]);
  honest = await unpack(await plainArchive(file, bram));
});

let serial = 0;
async function attemptBytes(archive: Uint8Array, more: Parameters<typeof open>[3] = {}): Promise<string> {
  const file = path.join(folder, `crafted-${serial++}.age`);
  await encryptTo(file, archive, [bram]);
  const result = await open(file, bram, [anna], more);
  const entry = result.ok ? undefined : result.error.params?.entry;
  return entry === undefined ? outcome(result) : `${outcome(result)} ${entry}`;
}
const attempt = async (entries: readonly Entry[], more: Parameters<typeof open>[3] = {}): Promise<string> =>
  attemptBytes(await packUp(entries), more);

const file = (
  name: string,
  text = 'x',
  type: 'file' | 'symlink' | 'link' | 'directory' | 'fifo' = 'file',
): Entry => ({
  header: { name, type, ...(type === 'symlink' || type === 'link' ? { linkname: '/etc/passwd' } : {}) },
  body: Buffer.from(type === 'file' ? text : ''),
});
const nameOf = (entry: Entry): string => entry.header.name;
const swap = (name: string, text: string): Entry[] =>
  honest.map((entry) => (nameOf(entry) === name ? file(name, text) : entry));
const textOf = (name: string): string =>
  Buffer.from(honest.find((entry) => nameOf(entry) === name)?.body ?? []).toString();

describe('an archive whose entries are not those that were signed', () => {
  test('is opened when it is repacked unaltered', async () => expect(await attempt(honest)).toBe('opened'));

  test.each<[string, string, () => Entry[]]>([
    ['an extra file', 'unlistedFile data/extra', () => [...honest, file('data/extra')]],
    ['a missing file', `missingFile ${CHANGES_FILE}`, () => honest.slice(0, -1)],
    ['a file twice', `duplicateFile ${CHANGES_FILE}`, () => [...honest, honest.at(-1) as Entry]],
    [
      'an altered file',
      `hashMismatch ${CHANGES_FILE}`,
      () => swap(CHANGES_FILE, textOf(CHANGES_FILE).replace('1', '9')),
    ],
    ['a shorter file', `hashMismatch ${CHANGES_FILE}`, () => swap(CHANGES_FILE, '')],
    ['a longer file', `countMismatch ${CHANGES_FILE}`, () => swap(CHANGES_FILE, `${textOf(CHANGES_FILE)}x`)],
    ['a symbolic link', 'entryNotFile data/l', () => [...honest, file('data/l', '', 'symlink')]],
    ['a hard link', 'entryNotFile data/l', () => [...honest, file('data/l', '', 'link')]],
    ['a folder', 'entryNotFile data/d', () => [...honest, file('data/d', '', 'directory')]],
    ['a pipe', 'entryNotFile data/p', () => [...honest, file('data/p', '', 'fifo')]],
    ['a climbing name', 'unlistedFile ../evil', () => [...honest, file('../evil')]],
    ['an absolute name', 'unlistedFile /etc/evil', () => [...honest, file('/etc/evil')]],
    ['a name in an extended header', 'entryNotPlain data/\\u{e9}', () => [...honest, file('data/é')]],
    [
      'content before the signature',
      `signatureNotFirst ${TAG_MANIFEST}`,
      () => [honest.at(-1) as Entry, ...honest.slice(0, -1)],
    ],
    [
      'no signature',
      `signatureNotFirst ${SIGNATURE}`,
      () => honest.filter((entry) => nameOf(entry) !== SIGNATURE),
    ],
    ['an empty signature', 'signatureMalformed', () => swap(SIGNATURE, '')],
    [
      'no envelope',
      'tagFileMissing envelope.json',
      () => honest.filter((entry) => nameOf(entry) !== 'envelope.json'),
    ],
    ['nothing at all', `signatureNotFirst ${TAG_MANIFEST}`, () => []],
    [
      'an altered envelope',
      'tagManifestMismatch',
      () => swap('envelope.json', textOf('envelope.json').replace('depV', 'open')),
    ],
    ['an altered manifest', 'tagManifestMismatch', () => swap('manifest-sha256.txt', '')],
    ['an altered tag manifest', 'signatureInvalid', () => swap(TAG_MANIFEST, `${textOf(TAG_MANIFEST)} `)],
    [
      'a tag file that is not UTF-8',
      'archiveDamaged bagit.txt',
      () =>
        honest.map((entry) =>
          nameOf(entry) === 'bagit.txt' ? { ...entry, body: Buffer.from([0xff]) } : entry,
        ),
    ],
  ])('%s is refused', async (_, expected, entries) => expect(await attempt(entries())).toBe(expected));

  test('a signature whose comment was altered is refused', async () => {
    const other = textOf(SIGNATURE).replace(/(trusted comment: waarborg-bundle\/1 )./, '$1!');
    expect(await attempt(swap(SIGNATURE, other))).toBe('signatureInvalid');
  });
});

describe('an archive whose bytes say more than its entries', () => {
  test('anything behind the end is refused', async () => {
    const archive = await packUp(honest);
    expect(await attemptBytes(Buffer.concat([archive, Buffer.alloc(8 * 512)]))).toBe('opened');
    expect(await attemptBytes(Buffer.concat([archive, Buffer.from('x')]))).toMatch(
      /trailingData|archiveDamaged/,
    );
    const block = Buffer.alloc(512, 'x');
    expect(await attemptBytes(Buffer.concat([archive, block]))).toBe('archiveDamaged');
    const hidden = Buffer.alloc(512);
    hidden.write('secret', 149);
    expect(await attemptBytes(Buffer.concat([archive, hidden]))).toBe('trailingData');
    expect(await attemptBytes(Buffer.concat([archive, await packUp([file('data/late')])]))).toMatch(
      /entryNotPlain/,
    );
    expect(await attemptBytes(Buffer.concat([archive, Buffer.alloc(2 ** 20)]))).toBe('archiveDamaged');
  });

  test('an archive without its end, or with a gap, is refused', async () => {
    const archive = await packUp(honest);
    expect(await attemptBytes(archive.subarray(0, -1024))).toBe('archiveDamaged');
    expect(await attemptBytes(archive.subarray(0, -1536))).toMatch(/archiveDamaged|missingFile/);
    expect(await attemptBytes(Buffer.concat([Buffer.alloc(512), archive]))).toMatch(/^entryNotPlain/);
  });

  test('a header that lies about its size is refused', async () => {
    const archive = await packUp(honest);
    const at = archive.lastIndexOf(CHANGES_FILE);
    const lie = Buffer.from(archive);
    lie.write('77777777777', at + 124, 'ascii');
    lie.write('        ', at + 148, 'ascii');
    const sum = lie.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
    lie.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'ascii');
    expect(await attemptBytes(lie)).toBe(`countMismatch ${CHANGES_FILE}`);
  });

  test('ceilings hold: entries, sum and tag files', async () => {
    expect(await attempt(honest, { limits: { entries: 8 } })).toBe('tooManyEntries');
    expect(await attempt(honest, { limits: { total: 100_000 } })).toBe('bundleTooLarge');
    expect(await attempt(honest, { limits: { tag: 50 } })).toBe(`entryTooLarge ${TAG_MANIFEST}`);
  });
});

describe('a bundle that a trusted sender signed, and that is wrong all the same', () => {
  type Bag = {
    envelope?: (json: Record<string, unknown>) => unknown;
    manifest?: string;
    info?: string;
    bagit?: string;
    comment?: string;
    files?: Entry[];
    raw?: string;
  };
  const signed = ({ envelope, manifest, info, bagit, comment, files, raw }: Bag): Entry[] => {
    const json = JSON.parse(textOf('envelope.json')) as Record<string, unknown>;
    const tags: Record<TagFile, string> = {
      'bagit.txt': bagit ?? BAGIT_TEXT,
      'bag-info.txt': info ?? textOf('bag-info.txt'),
      'envelope.json': raw ?? `${canonicalText(envelope ? envelope(json) : json)}\n`,
      'manifest-sha256.txt': manifest ?? textOf('manifest-sha256.txt'),
    };
    const tagManifest = tagManifestText(tags);
    const signature = minisignSign(
      Buffer.from(tagManifest),
      signingKeyOf(anna.keys.signingSeed),
      comment ?? `waarborg-bundle/1 ${json.id}`,
    );
    return [
      file(TAG_MANIFEST, tagManifest),
      file(SIGNATURE, signature),
      ...Object.entries(tags).map(([name, text]) => file(name, text)),
      ...(files ?? honest.slice(6)),
    ];
  };
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const line = (name: string, text = 'x'): string => `${hash(text)}  ${name}\n`;

  test('is opened when nothing is wrong', async () => expect(await attempt(signed({}))).toBe('opened'));

  test.each<[string, string, () => Bag]>([
    [
      'a newer format',
      'formatFromFuture',
      () => ({ envelope: (json) => ({ ...json, format: 'waarborg-bundle/2' }) }),
    ],
    [
      'another format',
      'envelopeMalformed',
      () => ({ envelope: (json) => ({ ...json, format: 'case-bundle/1' }) }),
    ],
    ['an unknown member', 'envelopeMalformed', () => ({ envelope: (json) => ({ ...json, extra: 1 }) })],
    ['no JSON', 'envelopeMalformed', () => ({ raw: '{' })],
    [
      'a member twice',
      'envelopeMalformed',
      () => ({ raw: textOf('envelope.json').replace('{', '{"marking":"open",') }),
    ],
    [
      'a name that turns the writing round',
      'envelopeMalformed',
      () => ({
        envelope: (json) => ({ ...json, sender: { ...(json.sender as object), name: 'Anna \u202eaan' } }),
      }),
    ],
    [
      'the key of somebody else',
      'envelopeMismatch',
      () => ({
        envelope: (json) => ({
          ...json,
          sender: { ...(json.sender as object), signingKey: bram.pub.signingKey, keyId: bram.pub.keyId },
        }),
      }),
    ],
    [
      'a signature for another bundle',
      'envelopeMismatch',
      () => ({ comment: 'waarborg-bundle/1 00000000-0000-4000-8000-000000000000' }),
    ],
    ['another declaration', 'declarationMalformed', () => ({ bagit: BAGIT_TEXT.replace('1.0', '0.97') })],
    ['a wrong Payload-Oxum', 'countMismatch', () => ({ info: 'Payload-Oxum: 1.1\n' })],
    ['a wrong number of files', 'countMismatch', () => ({ envelope: (json) => ({ ...json, files: 4 }) })],
    [
      'a manifest without its last line feed',
      'manifestMalformed',
      () => ({ manifest: textOf('manifest-sha256.txt').trimEnd() }),
    ],
    ['a climbing name in the manifest', 'nameRefused', () => ({ manifest: line('data/../../evil') })],
    ['a tag file in the manifest', 'manifestMalformed', () => ({ manifest: line('bagit.txt') })],
    [
      'colliding names in the manifest',
      'nameCollision',
      () => ({ manifest: line('data/A') + line('data/a') }),
    ],
    [
      'a name that needs an extended header',
      'nameRefused data/\\u{e9}',
      () => ({ manifest: line('data/é') }),
    ],
    [
      'an attachment under a false name',
      `hashMismatch data/attachments/${'0'.repeat(64)}`,
      () => ({ manifest: line(`data/attachments/${'0'.repeat(64)}`) }),
    ],
  ])('%s is refused', async (_, expected, bag) => expect(await attempt(signed(bag()))).toBe(expected));
});
