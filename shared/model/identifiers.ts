import { fail, ok, type Result } from '../result.ts';

/** Why an identifier is refused: wrong length, a character that may not stand there, a failed check, no such state. */
export const IDENTIFIER_CODES = [
  'identifierLength',
  'identifierCharacters',
  'identifierCheckDigit',
  'identifierCountry',
] as const;
export type IdentifierCode = (typeof IDENTIFIER_CODES)[number];
export type IdentifierCheck = (text: string) => Result<string, IdentifierCode>;

const compact = (text: string): string => text.replace(/[\s.\u00a0-]/g, '').toUpperCase();

const digits = (text: string, length: number): Result<string, IdentifierCode> => {
  if (!/^\d*$/.test(text)) return fail('identifierCharacters');
  return text.length === length
    ? ok(text)
    : fail('identifierLength', { expected: length, found: text.length });
};

/**
 * Number in the trade register (KvK): 8 digits, leading zeros count. It has no public check digit, so a wrong digit
 * cannot be seen (field practice 2.6.16). Dots, hyphens and spaces are dropped.
 */
export const checkKvk: IdentifierCheck = (text) => digits(compact(text), 8);

/** Establishment number in the trade register (vestigingsnummer): 12 digits without check digit. */
export const checkEstablishment: IdentifierCheck = (text) => digits(compact(text), 12);

const passesElevenTest = (nine: string): boolean => {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (i === 8 ? -1 : 9 - i) * Number(nine[i]);
  return sum % 11 === 0 && nine !== '000000000';
};

/**
 * RSIN, the number of a legal person: 9 digits that pass the eleven-test, weights 9, 8, 7, 6, 5, 4, 3, 2, -1, sum
 * divisible by 11 (field practice 2.6.16). Every single wrong digit and every swap of two unequal neighbours is found.
 */
export const checkRsin: IdentifierCheck = (text) => {
  const nine = digits(compact(text), 9);
  return !nine.ok || passesElevenTest(nine.value) ? nine : fail('identifierCheckDigit');
};

/** Remainder modulo 97 of the number that arises when A becomes 10, B 11, ... Z 35 (ISO/IEC 7064). */
const remainder97 = (text: string): number => {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
};

/**
 * Legal Entity Identifier (ISO 17442-1): 18 letters or digits and two check digits between 02 and 98, ISO/IEC 7064
 * MOD 97-10 with remainder 1. A wrong digit for a digit and a wrong letter for a letter are always found; swapped
 * neighbours too, but for the pairs 1B, 2M and 3X, which the arithmetic cannot tell from B1, M2 and X3.
 */
export const checkLei: IdentifierCheck = (text) => {
  const lei = compact(text);
  if (/[^0-9A-Z]/.test(lei)) return fail('identifierCharacters');
  if (lei.length !== 20) return fail('identifierLength', { expected: 20, found: lei.length });
  if (!/\d\d$/.test(lei)) return fail('identifierCharacters');
  const check = Number(lei.slice(18));
  return check >= 2 && check <= 98 && remainder97(lei) === 1 ? ok(lei) : fail('identifierCheckDigit');
};

/**
 * What follows the country prefix, for each member state of the EU and Northern Ireland: the lengths that occur and
 * the structure, as the Commission's VIES service describes them.
 */
const VAT_FORMS: Readonly<Record<string, readonly [lengths: readonly number[], form: RegExp]>> = {
  AT: [[9], /^U\d{8}$/],
  BE: [[10], /^[01]\d{9}$/],
  BG: [[9, 10], /^\d+$/],
  CY: [[9], /^\d{8}[A-Z]$/],
  CZ: [[8, 9, 10], /^\d+$/],
  DE: [[9], /^\d+$/],
  DK: [[8], /^\d+$/],
  EE: [[9], /^\d+$/],
  EL: [[9], /^\d+$/],
  ES: [[9], /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/],
  FI: [[8], /^\d+$/],
  FR: [[11], /^[A-HJ-NP-Z0-9]{2}\d{9}$/],
  HR: [[11], /^\d+$/],
  HU: [[8], /^\d+$/],
  IE: [[8, 9], /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/],
  IT: [[11], /^\d+$/],
  LT: [[9, 12], /^\d+$/],
  LU: [[8], /^\d+$/],
  LV: [[11], /^\d+$/],
  MT: [[8], /^\d+$/],
  NL: [[12], /^\d{9}B\d{2}$/],
  PL: [[10], /^\d+$/],
  PT: [[9], /^\d+$/],
  RO: [[2, 3, 4, 5, 6, 7, 8, 9, 10], /^\d+$/],
  SE: [[12], /^\d{10}01$/],
  SI: [[8], /^\d+$/],
  SK: [[10], /^\d+$/],
  XI: [[5, 9, 12], /^(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/],
};

/**
 * VAT identification number with its country prefix. For the Netherlands (`NL#########B##`) the check is done: either
 * the nine digits pass the eleven-test (legal persons: they are the RSIN) or the whole passes MOD 97-10 with remainder
 * 1 (sole traders since 2020). For other member states only the structure is checked; Greece is `EL`, Northern
 * Ireland `XI`.
 */
export const checkVat: IdentifierCheck = (text) => {
  const vat = compact(text);
  const state = vat.slice(0, 2);
  const rest = vat.slice(2);
  const known = Object.hasOwn(VAT_FORMS, state) ? VAT_FORMS[state] : undefined;
  if (known === undefined) return fail('identifierCountry');
  const [lengths, form] = known;
  if (!lengths.includes(rest.length)) {
    return fail('identifierLength', { expected: lengths.join('/'), found: rest.length });
  }
  if (!form.test(rest)) return fail('identifierCharacters');
  const holds = state !== 'NL' || passesElevenTest(rest.slice(0, 9)) || remainder97(vat) === 1;
  return holds ? ok(vat) : fail('identifierCheckDigit');
};

/**
 * Code of the Dutch standard classification of activities, edition 2025: five digits (field practice 2.7). The list
 * of codes itself is reference data and is not consulted here.
 */
export const checkSbi2025: IdentifierCheck = (text) => digits(compact(text), 5);

/** Code of the edition of 2008: two to five digits, as the trade register printed it until September 2025. */
export const checkSbi2008: IdentifierCheck = (text) => {
  const code = compact(text);
  if (!/^\d*$/.test(code)) return fail('identifierCharacters');
  return code.length >= 2 && code.length <= 5
    ? ok(code)
    : fail('identifierLength', { expected: '2-5', found: code.length });
};

/** ISO 3166-1 alpha-2 spelling of a state: two letters. User-assigned codes (XA to XZ and others) are accepted. */
export const checkCountry: IdentifierCheck = (text) => {
  const code = compact(text);
  if (!/^[A-Z]*$/.test(code)) return fail('identifierCharacters');
  return code.length === 2 ? ok(code) : fail('identifierLength', { expected: 2, found: code.length });
};

/** Every check by the name under which the catalogue of properties refers to it. */
export const IDENTIFIER_CHECKS = {
  kvk: checkKvk,
  establishment: checkEstablishment,
  rsin: checkRsin,
  lei: checkLei,
  vat: checkVat,
  sbi2025: checkSbi2025,
  sbi2008: checkSbi2008,
  country: checkCountry,
} as const satisfies Record<string, IdentifierCheck>;
export type IdentifierName = keyof typeof IDENTIFIER_CHECKS;
