import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_HEADER_BYTES, scanHeader } from '#main/bundle/header.ts';
import { openBundle } from '#main/bundle/open.ts';
import { newParty, open, outcome, type Party, seal, tempFolder } from './helpers.ts';

const folder = tempFolder();
const CHUNK = 64 * 1024 + 16;
let anna: Party;
let bram: Party;
let whole: Buffer;
/** Offset of the first chunk of ciphertext: after the header and the nonce. */
let first: number;

beforeAll(async () => {
  [anna, bram] = await Promise.all([newParty('Anna'), newParty('Bram')]);
  const file = path.join(folder, 'case.age');
  await seal(file, anna, [bram.pub.classical]);
  whole = readFileSync(file);
  first = (scanHeader(whole)?.headerBytes ?? 0) + 16;
});

async function attempt(bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, 'damaged.age');
  writeFileSync(file, bytes);
  return outcome(await open(file, bram, [anna]));
}

const tally = (words: readonly string[]): string[] => [...new Set(words)].sort();
const DAMAGE = ['contentDamaged', 'headerDamaged', 'noMatchingKey', 'notABundle'];

describe('a bundle that was altered on its way', () => {
  test('opens as it was sent', async () => expect(await attempt(whole)).toBe('opened'));

  test('is refused after any of 200 flipped bits, with a reason', async () => {
    const words: string[] = [];
    for (let i = 0; i < 200; i++) {
      // Every bit of the header in turn, and places all over the content, by a fixed stride.
      const at = i < 100 ? (i * 7) % (first + 40) : (i * 104_729) % whole.length;
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (i % 8)), at);
      words.push(await attempt(bytes));
    }
    expect(tally(words)).toEqual(DAMAGE);
  });

  test('is refused when cut off, also exactly between chunks', async () => {
    const cuts = [0, 1, 10, 22, first - 17, first - 16, first - 1, first, first + 1, whole.length - 1];
    for (let at = first; at < whole.length; at += CHUNK) cuts.push(at - 1, at, at + 1);
    for (let i = 1; i < 40; i++) cuts.push(Math.floor((i * whole.length) / 40));
    const words: string[] = [];
    for (const cut of cuts) words.push(await attempt(whole.subarray(0, cut)));
    expect(tally(words)).toEqual(['contentDamaged', 'headerDamaged', 'notABundle']);
  });

  test('is refused when something is appended', async () => {
    const words = [];
    for (const tail of [Buffer.from([0]), Buffer.alloc(CHUNK), whole.subarray(first), whole])
      words.push(await attempt(Buffer.concat([whole, tail])));
    expect(words).toEqual(Array(4).fill('contentDamaged'));
  });

  test('is refused when chunks are swapped, doubled or left out', async () => {
    const head = whole.subarray(0, first);
    const chunks: Buffer[] = [];
    for (let at = first; at < whole.length; at += CHUNK) chunks.push(whole.subarray(at, at + CHUNK));
    const [a, b, ...rest] = chunks as [Buffer, Buffer, ...Buffer[]];
    expect(chunks.length).toBeGreaterThan(2);
    const words = [];
    for (const order of [
      [b, a, ...rest],
      [a, a, b, ...rest],
      [b, ...rest],
      [a, b, ...rest, ...rest],
    ])
      words.push(await attempt(Buffer.concat([head, ...order])));
    expect(words).toEqual(Array(4).fill('contentDamaged'));
  });

  test('does not open for a stranger', async () => {
    const carla = await newParty('Carla');
    expect(outcome(await open(path.join(folder, 'case.age'), carla, [anna]))).toBe('noMatchingKey');
  });
});

describe('a header that was made to hurt', () => {
  const passphrase = { kind: 'passphrase', passphrase: 'x' } as const;
  const options = { trusted: [], isSeen: () => false };
  const scrypt = (factor: string): string =>
    `age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA ${factor}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;
  const openText = async (text: string): Promise<string> => {
    const file = path.join(folder, 'hurt.age');
    writeFileSync(file, text);
    return outcome(await openBundle(file, passphrase, options));
  };

  test.each(['19', '20', '30', '62', '9223372036854775818'])(
    'asking for work factor %s is refused before any work is done',
    async (factor) => {
      const start = performance.now();
      expect(await openText(scrypt(factor))).toBe('workFactorTooHigh');
      expect(performance.now() - start).toBeLessThan(200);
    },
  );

  test('without an end is read to its limit only', async () => {
    const endless = `age-encryption.org/v1\n-> X25519 ${'A'.repeat(MAX_HEADER_BYTES * 2)}`;
    expect(await openText(endless)).toBe('headerTooLarge');
    const many = `age-encryption.org/v1\n${`-> grease a\n${'A'.repeat(43)}\n`.repeat(8_000)}`;
    expect(await openText(many)).toBe('headerTooLarge');
  });

  test.each(['', 'PK\u0003\u0004', 'age-encryption.org/v2\n', '-----BEGIN AGE ENCRYPTED FILE-----\n'])(
    'that is not one of age (%j) is not a bundle',
    async (text) => expect(await openText(text)).toBe('notABundle'),
  );
});
