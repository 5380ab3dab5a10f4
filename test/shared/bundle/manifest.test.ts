import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bagInfoText, payloadOxum, promisedHash, TAG_FILES, tagManifestText } from '#shared/bundle/bag.ts';
import type { Envelope } from '#shared/bundle/envelope.ts';
import {
  decodeManifestName,
  encodeManifestName,
  type ManifestEntry,
  manifestText,
  parseManifest,
} from '#shared/bundle/manifest.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

describe('a manifest', () => {
  test('is what sha256sum reads, sorted by name', () => {
    expect(
      manifestText([
        { name: 'data/b', sha256: A },
        { name: 'data/100%', sha256: B },
      ]),
    ).toBe(`${B}  data/100%25\n${A}  data/b\n`);
  });

  test('read back gives what was written', () => {
    const entry = fc.record({
      name: fc.stringMatching(/^[a-z0-9%]{1,12}$/).map((name) => `data/_${name}`),
      sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    });
    const entries = fc.uniqueArray(entry, { selector: (one: ManifestEntry) => one.name });
    fc.assert(
      fc.property(entries, (list) => {
        const parsed = parseManifest(manifestText(list));
        expect(parsed).toEqual({ ok: true, value: new Map(list.map(({ name, sha256 }) => [name, sha256])) });
      }),
    );
  });

  test.each([
    ['no line feed at the end', `${A}  data/a`, 'manifestMalformed', 1],
    ['one space', `${A} data/a\n`, 'manifestMalformed', 1],
    ['a star', `${A} *data/a\n`, 'manifestMalformed', 1],
    ['capitals', `${A.toUpperCase()}  data/a\n`, 'manifestMalformed', 1],
    ['a short digest', `${A}  data/a\n${B.slice(1)}  data/b\n`, 'manifestMalformed', 2],
    ['CR LF', `${A}  data/a\r\n`, 'manifestMalformed', 1],
    ['a coded line feed', `${A}  data/a%0Ab\n`, 'nameRefused', 1],
    ['an empty line', `${A}  data/a\n\n`, 'manifestMalformed', 2],
    ['a tag file', `${A}  bagit.txt\n`, 'manifestMalformed', 1],
    ['a climbing name', `${A}  data/../x\n`, 'nameRefused', 1],
    ['a name twice', `${A}  data/a\n${A}  data/a\n`, 'nameCollision', 2],
    ['a name twice, once coded', `${A}  data/a%25\n${A}  data/a%\n`, 'nameCollision', 2],
    ['a name in two cases', `${A}  data/a\n${A}  data/b\n${A}  data/A\n`, 'nameCollision', 3],
  ])('with %s is refused at its line', (_, text, code, line) => {
    expect(parseManifest(text)).toEqual({ ok: false, error: { code, params: { line } } });
  });

  test('may be empty', () => expect(parseManifest('')).toEqual({ ok: true, value: new Map() }));
});

test('only percent, CR and LF are coded in names, and decoding takes it back', () => {
  expect(encodeManifestName('a%b\r\nc é ~')).toBe('a%25b%0D%0Ac é ~');
  expect(decodeManifestName('%7E%41%0a')).toBe('%7E%41\n');
  fc.assert(fc.property(fc.string(), (name) => decodeManifestName(encodeManifestName(name)) === name));
});

test('a bag says how much payload it has', () => {
  const envelope = { bytes: 1234, files: 5, created: '2026-11-23T00:00:00.000Z', id: 'x' } as Envelope;
  expect(payloadOxum(envelope)).toBe('1234.5');
  expect(bagInfoText(envelope)).toBe(
    'Bagging-Date: 2026-11-23\nPayload-Oxum: 1234.5\nExternal-Identifier: x\n',
  );
});

test('the tag manifest lists the four tag files with the digest of their text', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const text = tagManifestText({
    'bagit.txt': '',
    'bag-info.txt': '',
    'envelope.json': '',
    'manifest-sha256.txt': '',
  });
  expect(text).toBe(TAG_FILES.map((name) => `${empty}  ${name}\n`).join(''));
});

test('only an attachment promises a digest by its name', () => {
  expect([
    promisedHash(`data/attachments/${A}`),
    promisedHash('data/changes.jsonl'),
    promisedHash(`x/${A}`),
  ]).toEqual([A, undefined, undefined]);
});
