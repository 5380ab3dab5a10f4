import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBrandes } from '#shared/graph/betweenness.ts';
import { createWeightedBrandes, wholeLengths } from '#shared/graph/betweenness-weighted.ts';
import { csrOf, gather } from '#shared/graph/csr.ts';
import { type Drawn, drawnGraph, simple } from './arbitrary.ts';

function sumsOf({ n, from, to }: Drawn, lengths: Float64Array): Float64Array {
  const rows = csrOf(n, from, to);
  const { sums, add } = createWeightedBrandes(rows, gather(rows, lengths));
  add(Int32Array.from({ length: n }, (_, i) => i));
  return sums;
}

/** Every path without a repetition, listed; of those between two ends, the shortest share the pair. */
function byListing({ n, from, to }: Drawn, lengths: Float64Array): number[] {
  const sums = Array<number>(n).fill(0);
  const paths: { nodes: number[]; length: number }[] = [];
  const extend = (nodes: number[], length: number): void => {
    if (nodes.length > 1) paths.push({ nodes, length });
    from.forEach((a, e) => {
      const b = to[e] ?? 0;
      if (a === nodes.at(-1) && !nodes.includes(b)) extend([...nodes, b], length + (lengths[e] ?? 0));
    });
  };
  for (let s = 0; s < n; s++) extend([s], 0);
  for (const between of Map.groupBy(paths, ({ nodes }) => `${nodes[0]} ${nodes.at(-1)}`).values()) {
    const least = Math.min(...between.map(({ length }) => length));
    const shortest = between.filter(({ length }) => length === least);
    for (const { nodes } of shortest)
      for (const v of nodes.slice(1, -1)) sums[v] = (sums[v] ?? 0) + 1 / shortest.length;
  }
  return sums;
}

const world = drawnGraph(6, 2).chain((drawn) => {
  const graph = simple(drawn, true);
  const count = graph.from.length;
  return fc.tuple(
    fc.constant(graph),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: count, maxLength: count }),
  );
});

describe('betweenness with lengths', () => {
  it('is the part of the shortest paths by length', () => {
    fc.assert(
      fc.property(world, ([graph, lengths]) => {
        const found = sumsOf(graph, Float64Array.from(lengths));
        byListing(graph, Float64Array.from(lengths)).forEach(
          (sum, v) => void expect(found[v]).toBeCloseTo(sum, 9),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is that without lengths when all are equal', () => {
    fc.assert(
      fc.property(drawnGraph(12), ({ n, from, to }) => {
        const plain = createBrandes(csrOf(n, from, to));
        plain.add(Int32Array.from({ length: n }, (_, i) => i));
        const found = sumsOf({ n, from, to }, new Float64Array(from.length).fill(7));
        found.forEach((sum, v) => void expect(sum).toBeCloseTo(plain.sums[v] ?? Number.NaN, 9));
      }),
    );
  });

  it('sees two ways of 0.3 as equally long, which as decimals they are not', () => {
    // 0 to 4 by way of 1 and 2 (three times 0.1), or of 3 (0.2 and 0.1 in the other order).
    const graph = { n: 5, from: Int32Array.of(0, 1, 2, 0, 3), to: Int32Array.of(1, 2, 4, 3, 4) };
    const decimals = Float64Array.of(0.1, 0.1, 0.1, 0.2, 0.1);
    expect(0.1 + 0.1 + 0.1 === 0.3).toBe(false);
    const { lengths, scale, exact } = wholeLengths(decimals, 5);
    expect([[...lengths], scale, exact]).toEqual([[1, 1, 1, 2, 1], 10, true]);
    expect([...sumsOf(graph, lengths)]).toEqual([0, 1.5, 1.5, 0.5, 0]);
  });
});

describe('whole lengths', () => {
  it('keep every decimal, also of small numbers written with an exponent', () => {
    expect(wholeLengths(Float64Array.of(1e-7, 2.5), 10)).toEqual({
      lengths: Float64Array.of(1, 25_000_000),
      scale: 1e7,
      exact: true,
    });
  });

  it('are rounded, and say so, when a long path would no longer be exact', () => {
    const { lengths, scale, exact } = wholeLengths(Float64Array.of(1e9, 1 / 3), 1_000);
    expect([scale, exact]).toEqual([1_000, false]);
    expect([...lengths]).toEqual([1e12, 333]);
    expect(1e12 * 1_000 < Number.MAX_SAFE_INTEGER).toBe(true);
  });
});
