import { describe, expect, test } from 'vitest';
import { formatBytes, formatValue, type Wording } from '#renderer/features/dossier/format.ts';
import { countryText } from '#shared/i18n/codes.ts';
import { type Lang, translator } from '#shared/i18n/index.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Value } from '#shared/model/value.ts';

const wording = (lang: Lang): Wording => ({
  lang,
  t: translator(lang),
  nameOf: (record) => (record === 'known' ? 'Lumenschip B.V.' : undefined),
});
/** Intl writes spaces that do not break; a reader sees spaces. */
const say = (lang: Lang, property: string, value: Value): string =>
  formatValue(property, value, wording(lang)).replace(/[\u00a0\u202f]/g, ' ');

describe('a value in the reader’s language', () => {
  test('has a range with a dash, and an open end in words', () => {
    expect(say('nl', 'marketShare', { kind: 'range', min: 18, max: 34, unit: 'percent' })).toBe('18–34%');
    expect(say('nl', 'marketShare', { kind: 'range', min: 18.5, unit: 'percent' })).toBe('ten minste 18,5%');
    expect(say('en', 'marketShare', { kind: 'range', max: 34, unit: 'percent' })).toBe('at most 34%');
    expect(say('en', 'runway', { kind: 'range', min: 4, max: 6, unit: 'months' })).toBe('4–6 months');
  });

  test('has money, months and people with their unit', () => {
    expect(say('nl', 'revenue', { kind: 'number', number: 12_500_000, unit: 'eur' })).toBe('€ 12.500.000');
    expect(say('en', 'revenue', { kind: 'number', number: 0.5, unit: 'usd' })).toBe('US$0.5');
    expect(say('nl', 'runway', { kind: 'number', number: 1, unit: 'months' })).toBe('1 maand');
    expect(say('nl', 'employees', { kind: 'number', number: 96.5, unit: 'fte' })).toBe('96,5 fte');
    expect(say('nl', 'boardSeats', { kind: 'number', number: 0, unit: 'count' })).toBe('0');
  });

  test('says in which way a value is missing, and never shows it as nothing', () => {
    expect(say('nl', 'revenue', { kind: 'unknown' })).toBe('Onbekend');
    expect(say('nl', 'revenue', { kind: 'undisclosed', reason: 'geweigerd' })).toBe('Niet bekendgemaakt');
    expect(say('en', 'revenue', { kind: 'notApplicable' })).toBe('Not applicable');
  });

  test('is as precise as a date is known', () => {
    expect(say('nl', 'founded', { kind: 'date', date: '2014' })).toBe('2014');
    expect(say('nl', 'founded', { kind: 'date', date: '2014-05' })).toBe('mei 2014');
    expect(say('en', 'founded', { kind: 'date', date: '2014-05-12' })).toBe('12 May 2014');
  });

  test('names what it points to, and codes of closed lists and states', () => {
    expect(say('nl', 'appointedBy', { kind: 'record', record: 'known' as RecordId })).toBe('Lumenschip B.V.');
    expect(say('nl', 'cbw', { kind: 'code', code: 'important' })).toBe('Belangrijke entiteit');
    expect(say('nl', 'nationality', { kind: 'code', code: 'DE' })).toBe('Duitsland (DE)');
    expect(say('nl', 'kvk', { kind: 'code', code: '01234567' })).toBe('01234567');
  });
});

test('a country code that ISO leaves to its users is not given a name', () => {
  expect(['NL', 'XA', 'XZ', 'QM', '??'].map((code) => countryText(code, 'nl'))).toEqual([
    'Nederland',
    'XA',
    'XZ',
    'QM',
    '??',
  ]);
});

test('the size of a file is said in the unit that fits', () => {
  const say = (bytes: number) => formatBytes(bytes, 'nl').replace(/\u00a0/g, ' ');
  expect([0, 999, 1_000, 1_250_000].map(say)).toEqual(['0 byte', '999 byte', '1 kB', '1,3 MB']);
});
