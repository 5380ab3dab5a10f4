import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCountry,
  checkEstablishment,
  checkKvk,
  checkLei,
  checkRsin,
  checkSbi2008,
  checkSbi2025,
  checkVat,
} from '#shared/model/identifiers.ts';
import { fail, ok } from '#shared/result.ts';

const digit = fc.integer({ min: 0, max: 9 });

/** Eight digits with the ninth that makes the eleven-test hold, where one exists. */
const validRsin = fc
  .array(digit, { minLength: 8, maxLength: 8 })
  .map((first) => {
    const sum = first.reduce((total, d, i) => total + d * (9 - i), 0) % 11;
    return sum === 10 || first.every((d) => d === 0) ? undefined : `${first.join('')}${sum}`;
  })
  .filter((rsin) => rsin !== undefined);

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const expand = (text: string): bigint => BigInt([...text].map((c) => ALPHABET.indexOf(c)).join(''));
/** Eighteen characters with the two check digits that ISO/IEC 7064 gives them: 98 minus the remainder of the rest. */
const validLei = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 18, maxLength: 18 })
  .map((characters) => characters.join(''))
  .map((body) => body + String(98n - (expand(`${body}00`) % 97n)).padStart(2, '0'));

const replaceAt = (text: string, at: number, part: string): string =>
  text.slice(0, at) + part + text.slice(at + part.length);

describe('trade register numbers', () => {
  it('are eight digits, whose leading zeros count, for a company and twelve for an establishment', () => {
    expect([checkKvk('01234567'), checkKvk('12 34 56.78'), checkEstablishment('000012345678')]).toEqual([
      ok('01234567'),
      ok('12345678'),
      ok('000012345678'),
    ]);
  });
  it('are refused by length or by character, and say which', () => {
    expect([checkKvk('1234567'), checkKvk('1234567A'), checkKvk(''), checkEstablishment('12345678')]).toEqual(
      [
        fail('identifierLength', { expected: 8, found: 7 }),
        fail('identifierCharacters'),
        fail('identifierLength', { expected: 8, found: 0 }),
        fail('identifierLength', { expected: 12, found: 8 }),
      ],
    );
  });
});

describe('RSIN', () => {
  it('passes the eleven-test or is refused', () => {
    expect(
      ['111222333', '123456782', '1234.56.782', '123456789', '000000000', '11122233'].map(checkRsin),
    ).toEqual([
      ok('111222333'),
      ok('123456782'),
      ok('123456782'),
      fail('identifierCheckDigit'),
      fail('identifierCheckDigit'),
      fail('identifierLength', { expected: 9, found: 8 }),
    ]);
  });
  it('is refused after any single wrong digit', () => {
    fc.assert(
      fc.property(validRsin, fc.nat(8), digit, (rsin, at, other) => {
        fc.pre(rsin[at] !== String(other));
        expect(checkRsin(rsin)).toEqual(ok(rsin));
        expect(checkRsin(replaceAt(rsin, at, String(other)))).toEqual(fail('identifierCheckDigit'));
      }),
    );
  });
  it('is refused after a swap of unequal neighbours', () => {
    fc.assert(
      fc.property(validRsin, fc.nat(7), (rsin, at) => {
        const swapped = `${rsin[at + 1]}${rsin[at]}`;
        fc.pre(swapped !== rsin.slice(at, at + 2));
        expect(checkRsin(replaceAt(rsin, at, swapped))).toEqual(fail('identifierCheckDigit'));
      }),
    );
  });
});

describe('LEI', () => {
  it('is accepted for four identifiers that are in use, in any case and with spaces', () => {
    const real = [
      '506700GE1G29325QX363',
      '724500Y6DUVHQD6OXN27',
      'H1FJE8H61JGM1JSGM897',
      '549300NYKK9MWM7GGW15',
    ];
    expect([...real, '5493 00ny kk9m wm7g gw15'].map(checkLei)).toEqual(
      [...real, real[3]].map((lei) => ok(lei)),
    );
  });
  it('is refused by length, by character and by check digits, each with its own reason', () => {
    expect(
      ['549300NYKK9MWM7GGW1', '549300NYKK9MWM7GGW1*', '549300NYKK9MWM7GGW1A', '549300NYKK9MWM7GGW16'].map(
        checkLei,
      ),
    ).toEqual([
      fail('identifierLength', { expected: 20, found: 19 }),
      fail('identifierCharacters'),
      fail('identifierCharacters'),
      fail('identifierCheckDigit'),
    ]);
  });
  it('has check digits from 02 to 98 only, though 01 and 99 would leave the same remainder as 98 and 02', () => {
    const body = fc.sample(
      validLei.filter((lei) => lei.endsWith('98') || lei.endsWith('02')),
      3,
    );
    for (const lei of body) {
      const twin = lei.slice(0, 18) + (lei.endsWith('98') ? '01' : '99');
      expect([checkLei(lei), checkLei(twin)]).toEqual([ok(lei), fail('identifierCheckDigit')]);
    }
  });
  it('is refused after any single wrong digit or letter', () => {
    fc.assert(
      fc.property(validLei, fc.nat(19), fc.constantFrom(...ALPHABET), (lei, at, other) => {
        fc.pre(lei[at] !== other && /\d/.test(lei[at] as string) === /\d/.test(other));
        expect(checkLei(lei)).toEqual(ok(lei));
        expect(checkLei(replaceAt(lei, at, other))).toEqual(fail('identifierCheckDigit'));
      }),
    );
  });
  it('is refused after a swap of unequal neighbours, but for the three pairs that the arithmetic cannot tell apart', () => {
    const blind = ['1B', 'B1', '2M', 'M2', '3X', 'X3'];
    fc.assert(
      fc.property(validLei, fc.nat(17), (lei, at) => {
        const pair = lei.slice(at, at + 2);
        const swapped = `${pair[1]}${pair[0]}`;
        fc.pre(swapped !== pair && /\d\d$/.test(replaceAt(lei, at, swapped)));
        expect(checkLei(replaceAt(lei, at, swapped)).ok).toBe(blind.includes(pair));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('VAT number', () => {
  it('of a Dutch legal person carries an RSIN, of a sole trader it passes MOD 97-10 as a whole', () => {
    expect(
      ['NL123456782B01', 'nl 1234.56.782.b.90', 'NL123456789B13', 'NL123456789B14'].map(checkVat),
    ).toEqual([
      ok('NL123456782B01'),
      ok('NL123456782B90'),
      ok('NL123456789B13'),
      fail('identifierCheckDigit'),
    ]);
  });
  it('of other member states has the structure of its state', () => {
    const real = [
      'DE123456789',
      'BE0123456789',
      'ATU12345678',
      'FRXX123456789',
      'EL123456789',
      'IE1234567FA',
    ];
    expect(real.map(checkVat)).toEqual(real.map((vat) => ok(vat)));
    expect(
      ['DE12345678', 'DE12345678A', 'GR123456789', 'US123456789', 'NL123456782A01', ''].map(checkVat),
    ).toEqual([
      fail('identifierLength', { expected: '9', found: 8 }),
      fail('identifierCharacters'),
      fail('identifierCountry'),
      fail('identifierCountry'),
      fail('identifierCharacters'),
      fail('identifierCountry'),
    ]);
  });
});

describe('codes of lists', () => {
  it('have five digits in SBI 2025, two to five in SBI 2008, two letters for a country', () => {
    expect([
      checkSbi2025('26.11.0'),
      checkSbi2025('2611'),
      checkSbi2008('2611'),
      checkSbi2008('2'),
      checkSbi2008('26x'),
      checkCountry('xz'),
      checkCountry('N1'),
      checkCountry('NLD'),
    ]).toEqual([
      ok('26110'),
      fail('identifierLength', { expected: 5, found: 4 }),
      ok('2611'),
      fail('identifierLength', { expected: '2-5', found: 1 }),
      fail('identifierCharacters'),
      ok('XZ'),
      fail('identifierCharacters'),
      fail('identifierLength', { expected: 2, found: 3 }),
    ]);
  });
});
