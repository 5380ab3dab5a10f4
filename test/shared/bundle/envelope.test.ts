import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Envelope, envelopeText, parseEnvelope } from '#shared/bundle/envelope.ts';
import { isKeyIdOf, keyIdOf, recipientFingerprint, signingFingerprint } from '#shared/bundle/fingerprint.ts';
import { commonKind, recipientKind } from '#shared/bundle/recipients.ts';
import { displayLine } from '#shared/bundle/text.ts';

const KEY = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
const VALID: Envelope = Envelope.parse({
  format: 'waarborg-bundle/1',
  id: '11111111-2222-4333-8444-555555555555',
  created: '2026-11-23T10:20:30.000Z',
  caseId: '6f9d3c1e-58a2-4c7b-9e10-2b1f0a7d4c55',
  marking: 'depV',
  counts: { changes: 3, ops: 7, withheld: 1, attachments: 2 },
  anchor: { size: 3, head: 'ab'.repeat(32) },
  sender: { keyId: keyIdOf(KEY), signingKey: KEY, name: 'Anna de Wit', department: 'EZ' },
  recipients: ['00'.repeat(16), '01'.repeat(16)],
  files: 2,
  bytes: 10,
});
const read = (value: unknown) => parseEnvelope(envelopeText(value as Envelope));

describe('an envelope', () => {
  test('read back is what was written', () => expect(read(VALID)).toEqual({ ok: true, value: VALID }));

  test.each<[string, unknown]>([
    ['another id form', { ...VALID, id: 'X' }],
    ['an unknown member', { ...VALID, note: '' }],
    ['a negative count', { ...VALID, files: -1 }],
    ['half a byte', { ...VALID, bytes: 0.5 }],
    ['recipients out of order', { ...VALID, recipients: [...VALID.recipients].reverse() }],
    ['a recipient twice', { ...VALID, recipients: [VALID.recipients[0], VALID.recipients[0]] }],
    ['a key id of another key', { ...VALID, sender: { ...VALID.sender, keyId: '0'.repeat(16) } }],
    ['a signing key that is none', { ...VALID, sender: { ...VALID.sender, signingKey: 'zz' } }],
    ['a sender of two lines', { ...VALID, sender: { ...VALID.sender, name: 'A\nB' } }],
    ['a marking of several words', { ...VALID, marking: 'dep V' }],
    ['nothing in it', {}],
  ])('with %s is malformed', (_, value) => {
    expect(read(value)).toEqual({ ok: false, error: { code: 'envelopeMalformed' } });
  });

  test('in any spelling but the canonical one is malformed', () => {
    const text = envelopeText(VALID);
    const spellings = [
      text.trimEnd(),
      ` ${text}`,
      text.replace('10', '1e1'),
      text.replace('{', '{"files":9,'),
    ];
    expect(spellings.map((one) => parseEnvelope(one).ok)).toEqual([false, false, false, false]);
  });

  test('of a later version of ours is from the future, of others malformed', () => {
    expect(read({ format: 'waarborg-bundle/12' })).toEqual({
      ok: false,
      error: { code: 'formatFromFuture' },
    });
    expect(read({ format: 'case-bundle/1' })).toEqual({ ok: false, error: { code: 'envelopeMalformed' } });
  });

  test('of any other form is malformed, never a crash', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => !parseEnvelope(text).ok));
    const members = fc.constantFrom(...Object.keys(VALID));
    fc.assert(
      fc.property(members, fc.jsonValue(), (member, value) => {
        const result = parseEnvelope(JSON.stringify({ ...VALID, [member]: value }));
        return (
          !result.ok || envelopeText(result.value) === `${JSON.stringify({ ...VALID, [member]: value })}\n`
        );
      }),
    );
  });
});

describe('fingerprints', () => {
  test('are the first half of a SHA-256, as sha256sum prints it', () => {
    expect(recipientFingerprint('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
    expect(signingFingerprint('')).toBe('e3b0 c442 98fc 1c14 9afb f4c8 996f b924');
    expect(keyIdOf('')).toBe('141CFC9842C4B0E3');
  });

  test('of something that is no key match nothing', () => {
    expect([isKeyIdOf(keyIdOf(KEY), KEY), isKeyIdOf(keyIdOf(''), ''), isKeyIdOf('x', 'zz')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('recipients', () => {
  const classical = `age1${'q'.repeat(58)}`;
  const postQuantum = `age1pq1${'q'.repeat(1952)}`;

  test.each([
    [classical, 'classical'],
    [postQuantum, 'postQuantum'],
    [`${classical}q`, undefined],
    [classical.toUpperCase(), undefined],
    ['age1tag1qqqq', undefined],
    ['', undefined],
  ])('are told apart by their form', (recipient, kind) => expect(recipientKind(recipient)).toBe(kind));

  test.each([
    [[], 'recipientsMissing'],
    [[classical, classical], 'classical'],
    [[postQuantum], 'postQuantum'],
    [[postQuantum, classical], 'recipientsMixed'],
    [[classical, 'x'], 'recipientInvalid'],
  ])('have one kind or a reason why not', (list, kind) => expect(commonKind(list)).toBe(kind));
});

test.each([
  ['Anna de Wit', true],
  ['Zoë', true],
  ['Zoe\u0308', false],
  ['', false],
  [' a', false],
  ['a\u202eb', false],
  ['a\u200bb', false],
  ['a\u2028b', false],
  ['a\tb', false],
  ['x'.repeat(21), false],
])('the line %j can be shown: %s', (text, shown) =>
  expect(displayLine(20).safeParse(text).success).toBe(shown),
);
