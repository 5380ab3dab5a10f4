import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { compareMasked, knownBefore, type LiveRating } from '#shared/neutrality/masked-compare.ts';

const ANNA = 'a'.repeat(64);
const BRAM = 'b'.repeat(64);
type Given = {
  level: number | 'unknown';
  low?: number;
  difference?: { open: number | 'unknown'; reason: string };
};
const rating = (type: LiveRating['type'], rater: string, given: Given, indicator = 'IND-1'): LiveRating => ({
  record: `${type} ${indicator} ${rater}` as RecordId,
  type,
  body: { indicator, rater, argument: 'Omdat.', evidence: [], ...given } as LiveRating['body'],
});
const open = (level: Given['level'], rater = ANNA) => rating('rating', rater, { level });
const masked = (level: Given['level'], more: Partial<Given> = {}, rater = ANNA) =>
  rating('maskedRating', rater, { level, ...more });
const rows = (...live: LiveRating[]) =>
  compareMasked(live, new Set()).map(({ standing, steps, reason }) => [standing, steps, reason]);

describe('masked beside open (PUR-20)', () => {
  it('is equal, or a difference in levels that asks for a reason', () => {
    expect(rows(masked(3), open(3))).toEqual([['same', 0, null]]);
    expect(rows(masked(2), open(4))).toEqual([['differs', 2, null]]);
    expect(rows(masked('unknown'), open(4))).toEqual([['differs', null, null]]);
    expect(rows(masked('unknown'), open('unknown'))).toEqual([['same', null, null]]);
  });

  it('is explained for the open level of then, and not for a later one', () => {
    const because = { difference: { open: 4, reason: 'De houder zelf is een feit.' } };
    expect(rows(masked(2, because), open(4))).toEqual([['explained', 2, 'De houder zelf is een feit.']]);
    expect(rows(masked(2, because), open(5))).toEqual([['differs', 3, null]]);
    expect(rows(masked(4, because), open(4))).toEqual([['same', 0, null]]);
  });

  it('has no level to compare while versions diverge, or before the open rating', () => {
    expect(rows(masked(2), masked(3), open(4))).toEqual([['conflict', null, null]]);
    expect(rows(masked(2), open(4), open(5))).toEqual([['conflict', null, null]]);
    expect(rows(masked(2))).toEqual([['notOpen', null, null]]);
    expect(rows(open(2))).toEqual([]);
  });

  it('compares each rater with himself', () => {
    const found = compareMasked([masked(2), open(2), masked(1, {}, BRAM), open(3, BRAM)], new Set());
    expect(found.map(({ rater, steps }) => [rater, steps])).toEqual([
      [ANNA, 0],
      [BRAM, 2],
    ]);
  });
});

describe('a masked rating is blind when it came first', () => {
  const known = (...made: LiveRating[]) => knownBefore(made).size === 1;

  it('and known beforehand after an open rating of the same rater', () => {
    expect(known(masked(2), open(4))).toBe(false);
    expect(known(open(4), masked(2))).toBe(true);
    expect(known(open(4, BRAM), masked(2))).toBe(false);
    expect(known(rating('rating', ANNA, { level: 4 }, 'IND-2'), masked(2))).toBe(false);
  });

  it('stays blind when a reason is added later, and not when the level is set anew', () => {
    expect(known(masked(2), open(4), masked(2, { difference: { open: 4, reason: 'Zo.' } }))).toBe(false);
    expect(known(masked(2), open(4), masked(4))).toBe(true);
    expect(known(masked(2), open(4), masked(4), masked(2))).toBe(true);
  });
});
