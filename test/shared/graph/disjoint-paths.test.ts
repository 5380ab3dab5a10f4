import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csrOf, reachable } from '#shared/graph/csr.ts';
import { createDisjointPaths } from '#shared/graph/disjoint-paths.ts';
import { dominatorChain, dominatorsOf } from '#shared/graph/dominators.ts';
import { entriesOf } from '#shared/graph/entries.ts';
import { type Drawn, drawnGraph } from './arbitrary.ts';

const finder = ({ n, from, to }: Drawn) => {
  const rows = csrOf(n, from, to);
  return createDisjointPaths(csrOf(n, to, from), entriesOf(rows));
};

/** Whether supply still gets to the target when these nodes are gone. */
function arrives(
  { n, from, to }: Drawn,
  entries: Uint8Array,
  gone: readonly number[],
  target: number,
): boolean {
  const kept = [...from.keys()].filter((e) => !gone.includes(from[e] ?? -1) && !gone.includes(to[e] ?? -1));
  const rows = csrOf(
    n,
    Int32Array.from(kept, (e) => from[e] ?? 0),
    Int32Array.from(kept, (e) => to[e] ?? 0),
  );
  const starts = [...entries.keys()].filter((v) => entries[v] === 1 && v !== target && !gone.includes(v));
  return reachable(rows, starts)[target] === 1;
}

/** The fewest nodes whose loss cuts the target off, by trying all. */
function fewest(drawn: Drawn, entries: Uint8Array, target: number): number {
  const others = [...Array(drawn.n).keys()].filter((v) => v !== target);
  let least = others.length;
  for (let choice = 0; choice < 1 << others.length; choice++) {
    const gone = others.filter((_, k) => (choice & (1 << k)) !== 0);
    if (gone.length < least && !arrives(drawn, entries, gone, target)) least = gone.length;
  }
  return least;
}

describe('independent supply paths', () => {
  it('go back on a choice that stood in the way of another', () => {
    // Sources 0 and 1; 0 can go by 2 or 3, 1 by 2 alone; both 2 and 3 supply 4.
    const drawn = { n: 5, from: Int32Array.of(0, 0, 1, 2, 3), to: Int32Array.of(2, 3, 2, 4, 4) };
    expect(
      finder(drawn)(4)
        .paths.map((path) => path.join(' '))
        .sort(),
    ).toEqual(['0 3', '1 2']);
  });

  it('are none without suppliers', () => {
    const drawn = { n: 2, from: Int32Array.of(0), to: Int32Array.of(1) };
    expect(finder(drawn)(0)).toEqual({ paths: [], cut: [] });
    expect(finder(drawn)(1)).toEqual({ paths: [[0]], cut: [0] });
  });

  it('are as many as the fewest nodes that cut the target off (Menger), for one target after the other', () => {
    fc.assert(
      fc.property(drawnGraph(8), (drawn) => {
        const { n, from, to } = drawn;
        const entries = entriesOf(csrOf(n, from, to));
        const find = finder(drawn);
        for (let target = 0; target < n; target++) {
          const { paths, cut } = find(target);
          expect([paths.length, cut.length]).toEqual(Array(2).fill(fewest(drawn, entries, target)));
          expect(arrives(drawn, entries, cut, target)).toBe(false);
          const nodes = paths.flat();
          expect(new Set(nodes).size).toBe(nodes.length);
          for (const path of paths) {
            expect(entries[path[0] ?? -1]).toBe(1);
            [...path, target].forEach((node, k, way) => {
              if (k > 0)
                expect([...from.keys()].some((e) => from[e] === way[k - 1] && to[e] === node)).toBe(true);
            });
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are one exactly where a dominator stands between all sources and the target', () => {
    fc.assert(
      fc.property(drawnGraph(9), ({ n, from, to }) => {
        const entries = entriesOf(csrOf(n, from, to));
        const starts = [...entries.keys()].filter((v) => entries[v] === 1);
        const rootedFrom = Int32Array.of(...from, ...starts.map(() => n));
        const rootedTo = Int32Array.of(...to, ...starts);
        const idom = dominatorsOf(csrOf(n + 1, rootedFrom, rootedTo), csrOf(n + 1, rootedTo, rootedFrom), n);
        const find = finder({ n, from, to });
        for (let target = 0; target < n; target++) {
          if (entries[target] === 1) continue;
          expect(find(target).paths.length === 1).toBe(dominatorChain(idom, target).length > 0);
        }
      }),
    );
  });
});
