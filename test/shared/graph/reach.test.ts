import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csrOf, reachable } from '#shared/graph/csr.ts';
import { entriesOf } from '#shared/graph/entries.ts';
import { dependantsOf, reachCounts } from '#shared/graph/reach.ts';
import { simpleLinks } from '#shared/graph/simple.ts';
import { tiersBefore } from '#shared/graph/tiers.ts';
import { type Drawn, drawnGraph, simple } from './arbitrary.ts';

const graph = (n: number, ...links: readonly (readonly [number, number])[]): Drawn => ({
  n,
  from: Int32Array.from(links, ([from]) => from),
  to: Int32Array.from(links, ([, to]) => to),
});
const rowsOf = ({ n, from, to }: Drawn) => csrOf(n, from, to);
const backOf = ({ n, from, to }: Drawn) => csrOf(n, to, from);

describe('reach', () => {
  it('tells direct from indirect dependants, each once', () => {
    // 0 supplies 1 and 2; 1 supplies 2 and 3, twice; 3 supplies 0 and itself.
    const rows = rowsOf(graph(5, [0, 1], [0, 2], [1, 2], [1, 3], [1, 3], [3, 0], [3, 3]));
    expect(dependantsOf(rows, 0)).toEqual({ direct: Int32Array.of(1, 2), indirect: Int32Array.of(3) });
    expect(dependantsOf(rows, 3)).toEqual({ direct: Int32Array.of(0), indirect: Int32Array.of(1, 2) });
    expect(dependantsOf(rows, 4)).toEqual({ direct: Int32Array.of(), indirect: Int32Array.of() });
  });

  it('counts for all nodes what looking from each of them counts', () => {
    const world = fc.integer({ min: 2, max: 80 }).chain((n) => fc.tuple(drawnGraph(n, 2), fc.nat()));
    fc.assert(
      fc.property(world, ([drawn, seed]) => {
        const rows = rowsOf(drawn);
        const vital = Uint8Array.from({ length: drawn.n }, (_, v) => ((v * 7 + seed) % 3 === 0 ? 1 : 0));
        const reached = Array.from({ length: drawn.n }, (_, v) => {
          const seen = reachable(rows, [v]);
          return [...seen.keys()].filter((u) => u !== v && seen[u] === 1);
        });
        expect([...reachCounts(rows)]).toEqual(reached.map(({ length }) => length));
        const counted = reached.map((all) => all.filter((u) => vital[u] === 1).length);
        expect([...reachCounts(rows, vital)]).toEqual(counted);
      }),
    );
  });
});

describe('tiers', () => {
  it('are the shortest and the longest way to the target', () => {
    // 0 is two steps from 3 by way of 1, and one step directly; 4 stands apart.
    const chain = graph(5, [0, 1], [1, 2], [2, 3], [0, 3]);
    expect(tiersBefore(backOf(chain), [3])).toEqual({
      shortest: Int32Array.of(1, 2, 1, 0, -1),
      longest: Int32Array.of(3, 2, 1, 0, -1),
    });
  });

  it('give the members of a circle one tier, and end at the first target', () => {
    // 0 and 1 supply each other; both supply 2; 2 supplies 3 and is supplied by 3 again.
    const circle = graph(4, [0, 1], [1, 0], [0, 2], [1, 2], [2, 3], [3, 2]);
    expect(tiersBefore(backOf(circle), [3])).toEqual({
      shortest: Int32Array.of(2, 2, 1, 0),
      longest: Int32Array.of(2, 2, 1, 0),
    });
    expect(tiersBefore(backOf(circle), [2, 3]).longest).toEqual(Int32Array.of(1, 1, 0, 0));
  });

  it('are what trying every way gives: any graph for the shortest, one without circles for the longest', () => {
    fc.assert(
      fc.property(drawnGraph(9, 2), fc.boolean(), (drawn, circles) => {
        const { n } = drawn;
        const links = [...drawn.from.keys()]
          .map((e) => [drawn.from[e] ?? 0, drawn.to[e] ?? 0] as const)
          .filter(([a, b]) => circles || a > b);
        const ways = (v: number, been: readonly number[]): number[] => {
          if (v === 0) return [0];
          const next = links.filter(([a, b]) => a === v && !been.includes(b));
          return next.flatMap(([, b]) => ways(b, [...been, v]).map((steps) => steps + 1));
        };
        const { shortest, longest } = tiersBefore(backOf(graph(n, ...links)), [0]);
        const all = Array.from({ length: n }, (_, v) => ways(v, []));
        expect([...shortest]).toEqual(all.map((steps) => (steps.length === 0 ? -1 : Math.min(...steps))));
        if (!circles) expect([...longest]).toEqual(all.map((steps) => Math.max(-1, ...steps)));
      }),
    );
  });
});

describe('where supply begins', () => {
  it('is at nodes without suppliers and in circles that nobody supplies', () => {
    // 0 and 1 supply each other and 2; 3 supplies 2 and itself; 4 and 5 supply each other, 3 supplies 4.
    const links = graph(6, [0, 1], [1, 0], [1, 2], [3, 2], [3, 3], [4, 5], [5, 4], [3, 4]);
    expect([...entriesOf(rowsOf(links))]).toEqual([1, 1, 0, 1, 0, 0]);
  });
});

describe('simple links', () => {
  it('are each pair once, as its first link runs', () => {
    fc.assert(
      fc.property(drawnGraph(8), fc.boolean(), (drawn, directed) => {
        const { from, to, first, of } = simpleLinks(drawn.n, drawn.from, drawn.to, directed);
        const wanted = simple(drawn, directed);
        expect([from, to]).toEqual([wanted.from, wanted.to]);
        of.forEach((k, e) => {
          expect(k === -1).toBe(drawn.from[e] === drawn.to[e]);
          if (k === -1) return;
          const ends = [drawn.from[e], drawn.to[e]];
          const own = [from[k], to[k]];
          expect(directed ? own : own.sort()).toEqual(directed ? ends : ends.sort());
          expect((first[k] ?? 0) <= e).toBe(true);
        });
      }),
    );
  });
});
