import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeFirst } from '#shared/graph/alike.ts';
import { undirectedOf } from '#shared/graph/undirected.ts';

/** 0, 1 and 2 hang on hub 3, which is tied to hub 4, on which 5, 6 and 7 hang; 8 hangs on nothing. */
const PAIRS = [
  [0, 3],
  [1, 3],
  [2, 3],
  [3, 4],
  [4, 5],
  [4, 6],
  [4, 7],
] as const;
const rowsOf = (n: number, pairs: readonly (readonly [number, number])[]) =>
  undirectedOf(
    n,
    Int32Array.from(pairs, ([a]) => a),
    Int32Array.from(pairs, ([, b]) => b),
  );

describe('sources that see the network alike', () => {
  it('stand together, leaves of one hub apart from those of another', () => {
    const mixed = Int32Array.of(0, 5, 1, 6, 2, 7, 8);
    expect([...alikeFirst(rowsOf(9, PAIRS), mixed)]).toEqual([8, 0, 1, 2, 5, 6, 7]);
  });

  it('are the same sources, each as often as it was given', () => {
    const pair = fc.tuple(fc.nat(29), fc.nat(29)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), fc.array(fc.nat(29)), (pairs, sources) => {
        const ordered = alikeFirst(rowsOf(30, pairs), Int32Array.from(sources));
        expect([...ordered].sort((a, b) => a - b)).toEqual(sources.toSorted((a, b) => a - b));
      }),
    );
  });
});
