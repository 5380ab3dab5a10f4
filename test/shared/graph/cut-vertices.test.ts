import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOf } from '#shared/graph/cut-vertices.ts';
import { partsOf } from '#shared/graph/parts.ts';
import { undirectedOf } from '#shared/graph/undirected.ts';
import { type Drawn, drawnGraph } from './arbitrary.ts';
import { FLORENCE, KARATE, numbered } from './published.ts';

const found = (links: typeof KARATE) => {
  const { n, names, from, to } = numbered(links);
  const { cut, bridges } = cutsOf(undirectedOf(n, from, to));
  return {
    cut: names.filter((_, v) => cut[v] === 1).sort(),
    bridges: [...bridges].map((e) => `${names[from[e] ?? 0]}-${names[to[e] ?? 0]}`).sort(),
  };
};

/** How many parts there are when these links are left out and this node does not count. */
function parts({ n, from, to }: Drawn, keep: (e: number) => boolean, gone = -1): number {
  const kept = [...from.keys()].filter((e) => keep(e) && from[e] !== gone && to[e] !== gone);
  const { of } = partsOf(
    n,
    Int32Array.from(kept, (e) => from[e] ?? 0),
    Int32Array.from(kept, (e) => to[e] ?? 0),
  );
  return new Set([...of].filter((_, v) => v !== gone)).size;
}

describe('cut vertices and bridges', () => {
  it('are those published for Florence and the karate club', () => {
    expect(found(FLORENCE)).toEqual({
      cut: ['Albizzi', 'Guadagni', 'Medici', 'Salviati'],
      bridges: [
        'Acciaiuoli-Medici',
        'Albizzi-Ginori',
        'Guadagni-Lamberteschi',
        'Medici-Salviati',
        'Salviati-Pazzi',
      ],
    });
    expect(found(KARATE)).toEqual({ cut: ['1'], bridges: ['1-12'] });
  });

  it('are what leaves more parts when it is taken away', () => {
    fc.assert(
      fc.property(drawnGraph(10, 2), (drawn) => {
        const { cut, bridges } = cutsOf(undirectedOf(drawn.n, drawn.from, drawn.to));
        const whole = parts(drawn, () => true);
        const alone = (v: number) =>
          [...drawn.from.keys()].every(
            (e) => drawn.from[e] === drawn.to[e] || (drawn.from[e] !== v && drawn.to[e] !== v),
          );
        for (let v = 0; v < drawn.n; v++) {
          const left = parts(drawn, () => true, v) + (alone(v) ? 1 : 0);
          expect(cut[v] === 1, `node ${v}`).toBe(left > whole);
        }
        const splitting = [...drawn.from.keys()].filter((out) => parts(drawn, (e) => e !== out) > whole);
        expect([...bridges]).toEqual(splitting);
      }),
      { numRuns: 300 },
    );
  });

  it('are found along a line of a hundred thousand links without recursion', () => {
    const m = 100_000;
    const from = Int32Array.from({ length: m }, (_, i) => i);
    const to = Int32Array.from({ length: m }, (_, i) => i + 1);
    const { cut, bridges } = cutsOf(undirectedOf(m + 1, from, to));
    expect([cut.reduce((sum, one) => sum + one, 0), bridges.length]).toEqual([m - 1, m]);
  });
});

describe('parts', () => {
  it('are numbered in the order of their first nodes', () => {
    const { of, count } = partsOf(6, Int32Array.of(4, 5, 3), Int32Array.of(1, 0, 5));
    expect([count, ...of]).toEqual([3, 0, 1, 2, 0, 1, 0]);
  });
});
