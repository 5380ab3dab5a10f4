import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLargerThan } from '#main/size.ts';

describe('the size of what the page sends', () => {
  it('counts text in UTF-8 and binary data by its length', () => {
    expect(isLargerThan('é'.repeat(49), 100)).toBe(false);
    expect(isLargerThan('é'.repeat(50), 100)).toBe(true);
    expect(isLargerThan(new Uint8Array(100), 100)).toBe(false);
    expect(isLargerThan(new Uint8Array(101), 100)).toBe(true);
  });

  it('counts keys as well as values', () => {
    expect(isLargerThan({ ['k'.repeat(200)]: 1 }, 100)).toBe(true);
    expect(isLargerThan(new Map([['k'.repeat(200), 1]]), 100)).toBe(true);
  });

  it('stops at the limit in a value that contains itself', () => {
    const round: unknown[] = [];
    round.push(round);
    expect(isLargerThan(round, 10_000)).toBe(true);
  });

  it('never calls a value small whose JSON is more than six times the limit', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 400 }), (json, limit) => {
        // Escapes are the one thing that JSON adds to the bytes of a text; a number is at most 25 characters.
        const bytes = Buffer.byteLength(JSON.stringify(json));
        return isLargerThan(json, limit) || bytes <= 6 * limit;
      }),
    );
  });
});
