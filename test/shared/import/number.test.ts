import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '#shared/import/number.ts';
import { fail, ok } from '#shared/result.ts';

describe('a number as people write it', () => {
  it('is read with a decimal comma or a decimal point, and with groups where they can mean one thing only', () => {
    const written = [
      '0',
      '-12,5',
      '12.5',
      '0,125',
      '1250',
      '1 250 000',
      '1.250.000',
      '1,250,000.5',
      '1.250,50',
      '7,0',
    ];
    expect(written.map(parseNumber)).toEqual(
      [0, -12.5, 12.5, 0.125, 1250, 1_250_000, 1_250_000, 1_250_000.5, 1250.5, 7].map((n) => ok(n)),
    );
  });
  it('is refused where it could be a thousand times larger for another reader', () => {
    expect(['1.250', '1,250', '-12.500'].map(parseNumber)).toEqual(Array(3).fill(fail('numberAmbiguous')));
  });
  it('is refused when it is something else', () => {
    const words = ['', 'tien', '12%', '€ 12', '1e3', '=1+1', '1.2.3', '0x10', 'Infinity', '1,2,3', '12 34'];
    expect(words.map(parseNumber)).toEqual(words.map(() => fail('numberFormat')));
  });
  it('comes back as it was, for every number of cents written the Dutch way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const dutch = (cents / 100).toLocaleString('nl-NL', { minimumFractionDigits: 2 });
        expect(parseNumber(dutch)).toEqual(ok(cents / 100));
      }),
    );
  });
});
