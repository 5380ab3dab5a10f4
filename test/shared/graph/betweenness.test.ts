import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBrandes } from '#shared/graph/betweenness.ts';
import { type Csr, csrOf } from '#shared/graph/csr.ts';
import { nearOrder, relabelled } from '#shared/graph/relabel.ts';
import { undirectedOf } from '#shared/graph/undirected.ts';
import { drawnGraph, shuffled, simple } from './arbitrary.ts';
import { FLORENCE, KARATE, numbered } from './published.ts';

const all = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i);
function sumsOf(rows: Csr): Float64Array {
  const { sums, add } = createBrandes(rows);
  add(all(rows.n));
  return sums;
}

/** By the definition: every shortest path from every node to every other, listed. */
function byListing({ n, off, adj }: Csr): number[] {
  const sums = Array<number>(n).fill(0);
  for (let s = 0; s < n; s++) {
    let paths = [[s]];
    const seen = new Set([s]);
    while (paths.length > 0) {
      const longer = paths.flatMap((path) => {
        const u = path.at(-1) ?? 0;
        return [...adj.subarray(off[u], off[u + 1])].filter((v) => !seen.has(v)).map((v) => [...path, v]);
      });
      const ends = new Set(longer.map((path) => path.at(-1) ?? 0));
      for (const t of ends) {
        const there = longer.filter((path) => path.at(-1) === t);
        for (const path of there)
          for (const v of path.slice(1, -1)) sums[v] = (sums[v] ?? 0) + 1 / there.length;
        seen.add(t);
      }
      paths = longer;
    }
  }
  return sums;
}

function expectClose(found: ArrayLike<number>, wanted: readonly number[]) {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, i) => {
    expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
  });
}

describe('betweenness', () => {
  it.each([
    ['karate', KARATE, { '1': 0.4376, '34': 0.3041, '33': 0.1452, '3': 0.1437, '32': 0.1383 }],
    ['Florence', FLORENCE, { Medici: 0.522, Guadagni: 0.2546, Albizzi: 0.2125, Salviati: 0.1429 }],
  ])('is what is published for %s', (_name, links, published) => {
    const { n, at, from, to } = numbered(links);
    const sums = sumsOf(undirectedOf(n, from, to));
    for (const [name, value] of Object.entries(published))
      expect((sums[at(name)] ?? 0) / ((n - 1) * (n - 2)), name).toBeCloseTo(value, 4);
  });

  it('counts the part of all shortest paths, with and without direction', () => {
    fc.assert(
      fc.property(drawnGraph(9), fc.boolean(), (drawn, directed) => {
        const { n, from, to } = simple(drawn, directed);
        const rows = directed ? csrOf(n, from, to) : undirectedOf(n, from, to);
        expectClose(sumsOf(rows), byListing(rows));
      }),
    );
  });

  it('does not depend on names or on the order of links', () => {
    fc.assert(
      fc.property(
        drawnGraph(12).chain((drawn) => fc.tuple(fc.constant(drawn), shuffled(drawn))),
        ([one, other]) => {
          const first = sumsOf(csrOf(one.n, one.from, one.to));
          const second = sumsOf(csrOf(other.n, other.from, other.to));
          expectClose(
            first,
            other.number.map((number) => second[number] ?? Number.NaN),
          );
        },
      ),
    );
  });

  it('is the same after nodes are put near their neighbours', () => {
    fc.assert(
      fc.property(drawnGraph(12), ({ n, from, to }) => {
        const rows = undirectedOf(n, from, to);
        const order = nearOrder(rows);
        const moved = sumsOf(relabelled(rows, order));
        const back = Array<number>(n).fill(0);
        order.forEach((node, k) => {
          back[node] = moved[k] ?? Number.NaN;
        });
        expectClose(sumsOf(rows), back);
      }),
    );
  });
});
