import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBrandes } from '#shared/graph/betweenness.ts';
import { csrOf } from '#shared/graph/csr.ts';
import { seeded } from '#shared/graph/random.ts';
import { drawSources, sampleError } from '#shared/graph/sampling.ts';
import { scaled } from '#shared/graph/scale.ts';

describe('a sample of sources', () => {
  it('is the same for the same seed, has no source twice, and is all of them at most', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(250), fc.nat(), (n, count, seed) => {
        const drawn = drawSources(n, count, seed);
        expect(drawn).toEqual(drawSources(n, count, seed));
        expect(drawn.length).toBe(Math.min(n, count));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(
          drawn.every((source, i) => source >= 0 && source < n && (i === 0 || source > (drawn[i - 1] ?? n))),
        ).toBe(true);
      }),
    );
  });

  it('gives every node the same chance', () => {
    const counts = Array<number>(10).fill(0);
    for (let seed = 0; seed < 2_000; seed++)
      for (const source of drawSources(10, 3, seed)) counts[source] = (counts[source] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 600)).toBeLessThan(100);
  });

  it('stays within its bound for all nodes together, and takes in the whole when it is the whole', () => {
    const random = seeded(3);
    const n = 60;
    const draw = (): Int32Array => Int32Array.from({ length: 150 }, () => Math.floor(random() * n));
    const rows = csrOf(n, draw(), draw());
    const estimate = (count: number, seed: number): Float64Array => {
      const { sums, add } = createBrandes(rows);
      add(drawSources(n, count, seed));
      return scaled(sums, count, true).normalised;
    };
    const exact = estimate(n, 0);
    let outside = 0;
    for (let seed = 0; seed < 200; seed++) {
      const off = estimate(40, seed).map((value, v) => Math.abs(value - (exact[v] ?? 0)));
      if (Math.max(...off) > sampleError(n, 40)) outside++;
    }
    expect(outside / 200).toBeLessThanOrEqual(0.05);
    expect(sampleError(n, n)).toBe(0);
    // Hoeffding and Serfling by hand: 60 / 59 sqrt((1 - 39 / 60) ln(120 / 0.05) / 80).
    expect(sampleError(60, 40)).toBeCloseTo(0.187658, 6);
  });
});
