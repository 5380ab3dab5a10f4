import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecoveryCode, newRecoverySecret, parseRecoveryCode } from '#main/vault/recovery-code.ts';

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a recovery code', () => {
  it('is six groups of six symbols that are not mistaken for one another', () => {
    expect(formatRecoveryCode(new Uint8Array(20))).toMatch(
      /^000000-000000-000000-000000-000000-00[0-9A-Z]{4}$/,
    );
    expect(formatRecoveryCode(newRecoverySecret())).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{6}-){5}[0-9A-HJKMNP-TV-Z]{6}$/,
    );
  });

  it('gives back its secret, also typed in small letters, in other groups, and with look-alikes', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const code = formatRecoveryCode(secret);
        const sloppy = ` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
        expect(parseRecoveryCode(code)).toEqual(Buffer.from(secret));
        expect(parseRecoveryCode(sloppy)).toEqual(Buffer.from(secret));
        expect(parseRecoveryCode(code.replaceAll('1', 'I').replaceAll('-', ''))).toEqual(Buffer.from(secret));
      }),
    );
  });

  it('with one wrong symbol, or two neighbours exchanged, is known to be mistyped', () => {
    const symbols = [
      ...formatRecoveryCode(Uint8Array.from({ length: 20 }, (_, i) => i * 11)).replaceAll('-', ''),
    ];
    const accepted: string[] = [];
    const attempt = (changed: string[]) => {
      const text = changed.join('');
      if (text !== symbols.join('') && parseRecoveryCode(text)) accepted.push(text);
    };
    symbols.forEach((_, at) => {
      for (const other of ALPHABET) attempt(symbols.with(at, other));
      if (at > 0) attempt(symbols.with(at, symbols[at - 1] ?? '').with(at - 1, symbols[at] ?? ''));
    });
    expect(accepted).toEqual([]);
  });

  it('is refused when it is too short, too long, or has a letter that no code has', () => {
    const code = formatRecoveryCode(new Uint8Array(20));
    expect([code.slice(1), `${code}0`, code.replace('0', 'U'), '', '-'].map(parseRecoveryCode)).toEqual(
      Array(5).fill(undefined),
    );
  });
});
