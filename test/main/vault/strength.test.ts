import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passphraseStrength, passphraseStrong } from '#main/vault/strength.ts';

describe('the strength of a passphrase', () => {
  it.each([
    'welkom01',
    'Welkom2026!',
    'W@chtwoord123',
    'qwertyuiopasdf',
    'voetbal1988',
    '12-03-1985',
    'aaaaaaaaaaaaaaaaaaaa',
    'zonnebloempitten',
    'correcthorsebatterystaple',
    '',
  ])('%j is not enough', (passphrase) => {
    expect(passphraseStrong(passphrase)).toBe(false);
  });

  it.each(['zwemvest lantaarn paarse egel', 'Trombone-kasteel-fluwelen-wekker', 'gH7$kq!Zw2@Lp9#Tv'])(
    '%j is enough',
    (passphrase) => {
      expect(passphraseStrong(passphrase)).toBe(true);
    },
  );

  it('counts a word that is not on its list as a word, not as random letters', () => {
    expect(passphraseStrength('kalkoen').guessesLog10).toBeCloseTo(4.3, 5);
    expect(passphraseStrength('kalkoen zeemeeuw aardvark').guessesLog10).toBeCloseTo(12.9, 5);
  });

  it('puts 10 ^ 12.9 guesses at 276 years on one graphics card, a thousandth of it on a thousand', () => {
    const { seconds } = passphraseStrength('kalkoen zeemeeuw aardvark');
    expect(seconds.oneCard / (365.25 * 24 * 3600)).toBeCloseTo(276.6, 0);
    expect(seconds.thousandCards).toBeCloseTo(seconds.oneCard / 1000, 3);
  });

  it('says what is wrong', () => {
    expect(passphraseStrength('wachtwoord').advice).toEqual(['avoidCommonWords', 'moreWords']);
    expect(passphraseStrength('jansen', ['Jansen']).advice).toEqual(['avoidOwnNames', 'moreWords']);
    expect(passphraseStrength('zxcvbnm').advice).toContain('avoidSequences');
    expect(passphraseStrength('ababababab').advice).toContain('avoidRepeats');
    expect(passphraseStrength('12-03-1985').advice).toContain('avoidDates');
    expect(passphraseStrength('zwemvest lantaarn paarse egel').advice).toEqual([]);
  });

  it('is found for any text, in a moment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { guessesLog10 } = passphraseStrength(text);
        expect(guessesLog10).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(guessesLog10)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
