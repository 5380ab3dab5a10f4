import { describe, expect, it } from 'vitest';
import { codeOf } from '#shared/dossier/compose/codes.ts';
import {
  dateText,
  dayOf,
  numberText,
  periodText,
  rangeText,
  sizeText,
} from '#shared/dossier/compose/wording.ts';
import { countryText } from '#shared/i18n/codes.ts';
import { translator } from '#shared/i18n/index.ts';
import type { Instant } from '#shared/model/dates.ts';

const nl = { lang: 'nl', t: translator('nl'), nameOf: () => '' } as const;
const en = { lang: 'en', t: translator('en'), nameOf: () => '' } as const;

describe('words for values', () => {
  it('write numbers with their unit as each language does', () => {
    expect(numberText(12_500_000, 'eur', nl)).toBe('€\u00a012.500.000');
    expect(numberText(12_500_000, 'eur', en)).toBe('€12,500,000');
    expect(numberText(-21_300.5, 'usd', nl)).toBe('US$\u00a0-21.300,5');
    expect(numberText(1, 'months', nl)).toBe('1 maand');
    expect(numberText(1.5, 'months', nl)).toBe('1,5 maanden');
    expect(numberText(34.25, 'percent', nl)).toBe('34,25%');
    expect(numberText(0, 'fte', en)).toBe('0 FTE');
  });

  it('write a range with its unit once, money with its currency twice', () => {
    expect(rangeText({ kind: 'range', min: 6, max: 9, unit: 'months' }, nl)).toBe('6–9 maanden');
    expect(rangeText({ kind: 'range', min: 1, max: 2, unit: 'eur' }, en)).toBe('€1 – €2');
    expect(rangeText({ kind: 'range', max: 9, unit: 'weeks' }, nl)).toBe('ten hoogste 9 weken');
    expect(rangeText({ kind: 'range', min: 4, max: 4, unit: 'years' }, nl)).toBe('4 jaar');
  });

  it('write dates as precise as they are known, and periods with open ends', () => {
    expect(['2021', '2021-03', '2021-03-09'].map((date) => dateText(date, nl.t))).toEqual([
      '2021',
      'maart 2021',
      '9 maart 2021',
    ]);
    expect(periodText({ validFrom: '2021', validTo: '2021' }, nl.t)).toBe('2021');
    expect(periodText({ validFrom: '2021-03' }, nl.t)).toBe('vanaf maart 2021');
    expect(periodText({}, nl.t)).toBeUndefined();
  });

  it('put an instant on the Dutch calendar, where the day begins an hour or two before Greenwich', () => {
    expect(dayOf('2026-06-30T22:30:00.000Z' as Instant)).toBe('2026-07-01');
    expect(dayOf('2026-12-31T22:30:00.000Z' as Instant)).toBe('2026-12-31');
  });

  it('name a country, and leave a code alone that no state has', () => {
    expect(countryText('DE', 'nl')).toBe('Duitsland');
    expect(countryText('XA', 'nl')).toBe('XA');
    expect(countryText('XZ', 'en')).toBe('XZ');
  });

  it('print a leaf under the number of the letter', () => {
    expect(['CON-1', 'IND-5-CRUCIAL', 'RA-5-SYS', 'STR-x'].map(codeOf)).toEqual([
      'CON-1',
      'IND-5',
      'RA-5',
      'STR-x',
    ]);
  });

  it('write the size of a file in a fitting unit', () => {
    expect([999, 1_500, 2_340_000].map((bytes) => sizeText(bytes, nl))).toEqual([
      '999 bytes',
      '1,5 kB',
      '2,3 MB',
    ]);
  });
});
