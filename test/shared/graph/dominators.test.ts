import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csrOf, reachable } from '#shared/graph/csr.ts';
import { dominatedCounts, dominatorChain, dominatorsOf } from '#shared/graph/dominators.ts';
import { type Drawn, drawnGraph } from './arbitrary.ts';
import { LENGAUER_TARJAN, numbered } from './published.ts';

const idomOf = ({ n, from, to }: Drawn, root: number): Int32Array =>
  dominatorsOf(csrOf(n, from, to), csrOf(n, to, from), root);

/** Without this node, as if its links were cut. */
function without({ n, from, to }: Drawn, gone: number) {
  const kept = [...from.keys()].filter((e) => from[e] !== gone && to[e] !== gone);
  return csrOf(
    n,
    Int32Array.from(kept, (e) => from[e] ?? 0),
    Int32Array.from(kept, (e) => to[e] ?? 0),
  );
}

describe('dominators', () => {
  it('are those of Lengauer and Tarjan, figure 1', () => {
    const graph = numbered(LENGAUER_TARJAN);
    const idom = idomOf(graph, graph.at('R'));
    const found = Object.fromEntries(graph.names.map((name, v) => [name, graph.names[idom[v] ?? -1]]));
    const from = (parent: string, names: string) =>
      Object.fromEntries([...names].map((name) => [name, parent]));
    expect(found).toEqual({
      ...from('R', 'RABCDEHIK'),
      ...from('C', 'FG'),
      J: 'G',
      L: 'D',
    });
    expect(dominatorChain(idom, graph.at('J')).map((v) => graph.names[v])).toEqual(['G', 'C']);
    expect(dominatedCounts(idom)[graph.at('C')]).toBe(3);
  });

  it('are the nodes whose loss cuts the way from the root, and count what hangs on them', () => {
    fc.assert(
      fc.property(drawnGraph(10), (drawn) => {
        const idom = idomOf(drawn, 0);
        const reached = reachable(csrOf(drawn.n, drawn.from, drawn.to), [0]);
        const counts = Array<number>(drawn.n).fill(0);
        for (let v = 0; v < drawn.n; v++) {
          expect((idom[v] ?? -1) >= 0).toBe(reached[v] === 1);
          const cutting = [...Array(drawn.n).keys()].filter(
            (d) => d !== 0 && d !== v && reached[v] === 1 && reachable(without(drawn, d), [0])[v] === 0,
          );
          expect(dominatorChain(idom, v).sort((a, b) => a - b)).toEqual(cutting);
          for (const d of cutting) counts[d] = (counts[d] ?? 0) + 1;
          if (v !== 0 && reached[v] === 1) counts[0] = (counts[0] ?? 0) + 1;
        }
        expect([...dominatedCounts(idom)]).toEqual(counts);
      }),
      { numRuns: 300 },
    );
  });

  it('are found along a chain of a hundred thousand links without recursion', () => {
    const m = 100_000;
    const from = Int32Array.from({ length: m }, (_, i) => i);
    const to = Int32Array.from({ length: m }, (_, i) => i + 1);
    const idom = idomOf({ n: m + 1, from, to }, 0);
    expect(dominatorChain(idom, m)).toHaveLength(m - 1);
  });
});
