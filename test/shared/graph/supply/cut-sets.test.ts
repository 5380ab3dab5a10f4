import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCutSets } from '#shared/graph/supply/cut-sets.ts';
import { netOf } from '#shared/graph/supply/net.ts';
import { drawnNeeds, failing } from './worlds.ts';

const LIMITS = { size: 3, sets: 1_000, work: 1_000_000 };

/** All minimal cut sets of up to `most` nodes, by trying every set. */
function byTrying(
  needs: readonly (readonly (readonly number[])[])[],
  target: number,
  most: number,
): number[][] {
  const others = [...needs.keys()].filter((v) => v !== target);
  const found: number[][] = [];
  for (let size = 1; size <= most; size++) {
    for (let choice = 0; choice < 1 << others.length; choice++) {
      const set = others.filter((_, k) => (choice & (1 << k)) !== 0);
      if (set.length !== size || !failing(needs, set)[target]) continue;
      if (!found.some((smaller) => smaller.every((v) => set.includes(v)))) found.push(set);
    }
  }
  return found;
}

const inOrder = (sets: readonly (readonly number[])[]) =>
  sets.map((set) => set.join(' ')).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

describe('minimal cut sets', () => {
  it('are one source of each kind where two have two', () => {
    // 0 and 1 are alternatives of each other, so are 2 and 3; target 4 needs both kinds, and 5 alone.
    const needs = [[], [], [], [], [[0, 1], [2, 3], [5]], []];
    expect(createCutSets(netOf(needs))(4, LIMITS)).toEqual({
      sets: [[5], [0, 1], [2, 3]],
      complete: 3,
      asked: 3,
    });
  });

  it('are all sets that fail the target and have no one too many', () => {
    fc.assert(
      fc.property(drawnNeeds(8), fc.integer({ min: 1, max: 4 }), (needs, size) => {
        const { sets, complete } = createCutSets(netOf(needs))(0, { ...LIMITS, size });
        expect(complete).toBe(size);
        expect(inOrder(sets)).toEqual(inOrder(byTrying(needs, 0, size)));
        expect(new Set(inOrder(sets)).size).toBe(sets.length);
      }),
      { numRuns: 400 },
    );
  });

  it('say up to where they are complete when the work or the room runs out', () => {
    // Thirty alternatives of two layers each: pairs in plenty.
    const needs = [
      [[1], [2, 3], ...Array.from({ length: 30 }, (_, k) => [4 + 2 * k, 5 + 2 * k])],
      ...Array(63).fill([]),
    ];
    const find = createCutSets(netOf(needs));
    const few = find(0, { ...LIMITS, sets: 10 });
    expect([few.complete, few.asked, few.sets.length]).toEqual([1, 3, 10]);
    expect(few.sets[0]).toEqual([1]);
    const short = find(0, { ...LIMITS, work: 200 });
    expect([short.complete < 3, short.sets.every((set) => failing(needs, set)[0])]).toEqual([true, true]);
  });
});
