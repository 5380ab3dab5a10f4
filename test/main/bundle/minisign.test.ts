import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicHexOf, signBytes, signingKeyOf, verifyBytes } from '#main/bundle/ed25519.ts';
import { minisignKeyFile, minisignSign, minisignVerify, parseMinisign } from '#main/bundle/minisign.ts';

const key = signingKeyOf(Buffer.alloc(32, 7));
const publicKey = publicHexOf(key);
const message = Buffer.from('een klein manifest\n');

const accepts = (text: string, bytes: Uint8Array = message, signer = publicKey): boolean => {
  const parsed = parseMinisign(text);
  return parsed.ok && minisignVerify(bytes, parsed.value, signer);
};

describe('Ed25519 keys', () => {
  test('give the public key and signature of RFC 8032, test 2', () => {
    const rfc = signingKeyOf(
      Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'),
    );
    expect([publicHexOf(rfc), Buffer.from(signBytes(Buffer.from('72', 'hex'), rfc)).toString('hex')]).toEqual(
      [
        '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      ],
    );
  });

  test('verify nothing with bytes that are no key', () => {
    const signature = signBytes(message, key);
    expect(
      ['00', '', 'ff'.repeat(32), 'zz'.repeat(32)].map((one) => verifyBytes(message, signature, one)),
    ).toEqual(Array(4).fill(false));
  });
});

describe('a minisign signature', () => {
  const text = minisignSign(message, key, 'waarborg-bundle/1 x');

  test('is accepted for its message and key only', () => {
    const other = publicHexOf(signingKeyOf(Buffer.alloc(32, 8)));
    expect([
      accepts(text),
      accepts(text, Buffer.from('een ander manifest\n')),
      accepts(text, message, other),
    ]).toEqual([true, false, false]);
  });

  test('is refused after any change but to its untrusted comment', () => {
    const free = text.indexOf('\n');
    for (let at = 0; at < text.length; at++) {
      const bytes = Buffer.from(text);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 7)), at);
      const changed = bytes.toString('latin1');
      const harmless =
        at >= 'untrusted comment: '.length && at < free && !changed.slice(0, free).includes('\n');
      expect([at, accepts(changed)]).toEqual([at, harmless]);
    }
  });

  test('in the old form, which signs the message itself, is refused', () => {
    const lines = text.split('\n');
    const old = Buffer.from(lines[1] as string, 'base64');
    old.write('Ed');
    lines[1] = old.toString('base64');
    expect(parseMinisign(lines.join('\n'))).toEqual({ ok: false, error: { code: 'signatureMalformed' } });
  });

  test('holds for any message and comment', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.stringMatching(/^[^\r\n]{0,40}$/u),
        (bytes, comment) => accepts(minisignSign(bytes, key, comment.toWellFormed()), bytes),
      ),
      { numRuns: 50 },
    );
  });

  test('is never made with a comment of two lines', () => {
    expect(() => minisignSign(message, key, 'a\nb')).toThrow(RangeError);
  });

  test('in any other form is malformed, never a crash', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(300), (junk, at) => {
        const parsed = parseMinisign(text.slice(0, at) + junk + text.slice(at));
        return junk === '' || at < 50 || !parsed.ok || !minisignVerify(message, parsed.value, publicKey);
      }),
    );
    expect(parseMinisign(randomBytes(300).toString('latin1')).ok).toBe(false);
  });

  test('comes with a key file that names the key as minisign does', () => {
    expect(minisignKeyFile(publicKey)).toMatch(
      /^untrusted comment: minisign public key [0-9A-F]{16}\nRW[A-Za-z0-9+/]{54}\n$/,
    );
  });
});
