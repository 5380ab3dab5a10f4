import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreNumbers } from '#shared/graph/core-numbers.ts';
import { pageRank } from '#shared/graph/page-rank.ts';
import { undirectedOf } from '#shared/graph/undirected.ts';
import { type Drawn, drawnGraph, shuffled, simple } from './arbitrary.ts';
import { KARATE, numbered } from './published.ts';

/** The definition, step by step: every node gives its rank away until nothing changes any more. */
function byWalking({ n, from, to }: Drawn, weight: Float64Array, damping: number): number[] {
  const out = Array<number>(n).fill(0);
  from.forEach((a, e) => {
    out[a] = (out[a] ?? 0) + (weight[e] ?? 0);
  });
  let rank = Array<number>(n).fill(1 / n);
  for (let step = 0; step < 300; step++) {
    const dangling = rank.reduce((sum, own, v) => sum + (out[v] === 0 ? own : 0), 0);
    const next = Array<number>(n).fill((1 - damping + damping * dangling) / n);
    from.forEach((a, e) => {
      const part = (weight[e] ?? 0) / (out[a] ?? 1);
      next[to[e] ?? 0] = (next[to[e] ?? 0] ?? 0) + damping * part * (rank[a] ?? 0);
    });
    rank = next;
  }
  return rank;
}

/** Takes away who has fewer than k links, again and again; who is left has a core number of at least k. */
function byPeeling({ n, from, to }: Drawn): number[] {
  const core = Array<number>(n).fill(0);
  for (let k = 1; k <= n; k++) {
    const left = new Set(Array(n).keys());
    for (let smaller = true; smaller; ) {
      smaller = false;
      for (const v of left) {
        const links = [...from.keys()].filter((e) => left.has(from[e] ?? -1) && left.has(to[e] ?? -1));
        if (links.filter((e) => from[e] === v || to[e] === v).length >= k) continue;
        left.delete(v);
        smaller = true;
      }
    }
    for (const v of left) core[v] = k;
  }
  return core;
}

const both = (graph: Drawn): Drawn => ({
  n: graph.n,
  from: Int32Array.of(...graph.from, ...graph.to),
  to: Int32Array.of(...graph.to, ...graph.from),
});

describe('PageRank', () => {
  it('is that of networkx for the karate club', () => {
    const graph = numbered(KARATE);
    const { from, to } = both(graph);
    const { rank, error } = pageRank(graph.n, from, to);
    const published = { '34': 0.1009191823, '1': 0.0969972854, '33': 0.071693226, '3': 0.0570785095 };
    for (const [name, value] of Object.entries(published)) expect(rank[graph.at(name)]).toBeCloseTo(value, 9);
    expect(error).toBeLessThan(2e-10);
  });

  it('is where giving ranks away comes to rest: with circles, dead ends, weights and links to oneself', () => {
    const world = drawnGraph(8).chain((drawn) =>
      fc.tuple(
        fc.constant(drawn),
        fc.array(fc.integer({ min: 1, max: 9 }), {
          minLength: drawn.from.length,
          maxLength: drawn.from.length,
        }),
      ),
    );
    fc.assert(
      fc.property(world, ([drawn, weights]) => {
        const weight = Float64Array.from(weights);
        const { rank, error } = pageRank(drawn.n, drawn.from, drawn.to, weight);
        const off = byWalking(drawn, weight, 0.85).reduce(
          (sum, own, v) => sum + Math.abs(own - (rank[v] ?? 0)),
          0,
        );
        expect(off).toBeLessThanOrEqual(error + 1e-13);
        expect(rank.reduce((sum, own) => sum + own, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on names or on the order of links', () => {
    fc.assert(
      fc.property(
        drawnGraph(12).chain((drawn) => fc.tuple(fc.constant(drawn), shuffled(drawn))),
        ([one, other]) => {
          const first = pageRank(one.n, one.from, one.to).rank;
          const second = pageRank(other.n, other.from, other.to).rank;
          first.forEach((rank, v) => void expect(second[other.number[v] ?? 0]).toBeCloseTo(rank, 9));
        },
      ),
    );
  });
});

describe('core numbers', () => {
  it('are those of the karate club', () => {
    const { n, names, from, to } = numbered(KARATE);
    const core = coreNumbers(undirectedOf(n, from, to));
    const innermost = names.filter((_, v) => core[v] === 4).map(Number);
    expect(innermost.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 8, 9, 14, 31, 33, 34]);
    expect(core[names.indexOf('12')]).toBe(1);
  });

  it('are how long a node stays when those with few links are taken away', () => {
    fc.assert(
      fc.property(drawnGraph(8), (drawn) => {
        const graph = simple(drawn, false);
        expect([...coreNumbers(undirectedOf(graph.n, graph.from, graph.to))]).toEqual(byPeeling(graph));
      }),
    );
  });
});
