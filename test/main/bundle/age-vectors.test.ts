import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { armor } from 'age-encryption';
import * as vectorModule from 'cctv-age';
import { beforeAll, describe, expect, test } from 'vitest';
import { decrypted, type OpenWith } from '#main/bundle/decrypt.ts';
import { generateKeys } from '#main/bundle/keys.ts';
import { Refused } from '#main/bundle/refused.ts';

const vectors: Readonly<Record<string, Uint8Array>> = { ...vectorModule };

// The official vectors of the age format (C2SP CCTV): fields, an empty line, then the file.

type Vector = { readonly fields: readonly (readonly [string, string])[]; readonly file: Uint8Array };

function parseVector(bytes: Uint8Array): Vector {
  const buffer = Buffer.from(bytes);
  const end = buffer.indexOf('\n\n');
  const fields = buffer
    .toString('utf8', 0, end)
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const);
  const file = buffer.subarray(end + 2);
  const compressed = fields.some(([key, value]) => key === 'compressed' && value === 'zlib');
  return { fields, file: compressed ? inflateSync(file) : file };
}

let spare: string;
beforeAll(async () => {
  spare = (await generateKeys()).classical;
});

/** `success` and the digest of the whole plaintext, or the reason of the refusal. */
async function attempt({ fields, file }: Vector): Promise<string> {
  const valuesOf = (name: string): string[] =>
    fields.filter(([key]) => key === name).map(([, value]) => value);
  const identities = valuesOf('identity');
  const [passphrase] = valuesOf('passphrase');
  const open: OpenWith =
    passphrase === undefined
      ? { kind: 'identities', identities: identities.length > 0 ? identities : [spare] }
      : { kind: 'passphrase', passphrase };
  let bytes = file;
  if (valuesOf('armored').length > 0) {
    try {
      bytes = armor.decode(Buffer.from(file).toString('latin1'));
    } catch {
      return 'armor';
    }
  }
  const hash = createHash('sha256');
  try {
    for await (const chunk of decrypted(pieces(bytes), open)) hash.update(chunk);
  } catch (error) {
    if (error instanceof Refused) return String(error.failure.error.params?.reason);
    throw error;
  }
  return `success ${hash.digest('hex')}`;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
}

const HEADER = [
  'headerDamaged',
  'notABundle',
  'workFactorTooHigh',
  'noMatchingKey',
  'wrongPassphrase',
  'needsPassphrase',
  'needsIdentity',
];
const REASONS: Readonly<Record<string, readonly string[]>> = {
  'no match': ['noMatchingKey', 'wrongPassphrase', 'needsIdentity', 'needsPassphrase'],
  'HMAC failure': ['headerDamaged'],
  'header failure': HEADER,
  'armor failure': ['armor', ...HEADER],
  'payload failure': ['contentDamaged', 'headerDamaged'],
};

async function check(bytes: Uint8Array): Promise<void> {
  const vector = parseVector(bytes);
  const field = (name: string): string => vector.fields.find(([key]) => key === name)?.[1] ?? '';
  const result = await attempt(vector);
  if (field('expect') === 'success') expect(result).toBe(`success ${field('payload')}`);
  else expect(REASONS[field('expect')]).toContain(result);
}

describe('an official age vector ends as its authors say', () => {
  test.each(Object.entries(vectors))('%s', async (_, bytes) => check(bytes));

  const folder = path.resolve(import.meta.dirname, '../../../../shared/data/age-testkit/age/testdata');
  test.skipIf(!existsSync(folder))('and the copy of the suite kept beside us has the same 143', () => {
    const names = readdirSync(folder).sort();
    expect(names).toEqual(Object.keys(vectors).sort());
    expect(names).toHaveLength(143);
    for (const name of names)
      expect(Buffer.from(vectors[name] ?? []).equals(readFileSync(path.join(folder, name)))).toBe(true);
  });
});
