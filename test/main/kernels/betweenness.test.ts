import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernelBrandes } from '#main/kernels/betweenness.ts';
import { createBrandes } from '#shared/graph/betweenness.ts';
import { csrOf } from '#shared/graph/csr.ts';
import { seeded } from '#shared/graph/random.ts';
import { undirectedOf } from '#shared/graph/undirected.ts';
import { drawnGraph } from '../../shared/graph/arbitrary.ts';

type Rows = ReturnType<typeof csrOf>;

function expectSame(rows: Rows, sources: Int32Array) {
  const kernel = createKernelBrandes(rows);
  if (kernel === undefined) throw new Error('the kernel is not built');
  const plain = createBrandes(rows);
  // Twice, in other pieces: what one batch leaves behind would show in the next.
  for (const some of [sources, sources.toReversed()]) {
    kernel.add(some);
    plain.add(some);
  }
  for (let i = 0; i < rows.n; i++) {
    const wanted = plain.sums[i] ?? Number.NaN;
    expect(Math.abs((kernel.sums[i] ?? Number.NaN) - wanted)).toBeLessThanOrEqual(
      1e-12 * Math.max(1, wanted),
    );
  }
}

describe('the betweenness kernel', () => {
  it('says what TypeScript says, from any sources, on any graph', () => {
    fc.assert(
      fc.property(
        drawnGraph(40).chain((drawn) =>
          fc.tuple(fc.constant(drawn), fc.boolean(), fc.array(fc.nat(drawn.n - 1), { maxLength: 30 })),
        ),
        ([{ n, from, to }, directed, sources]) =>
          expectSame(directed ? csrOf(n, from, to) : undirectedOf(n, from, to), Int32Array.from(sources)),
      ),
      { numRuns: 60 },
    );
  });

  it('says the same on a network of thousands, past the memory that it starts with', () => {
    const random = seeded(4);
    const n = 5_000;
    const draw = (): Int32Array => Int32Array.from({ length: 15_000 }, () => Math.floor(random() ** 2 * n));
    expectSame(
      undirectedOf(n, draw(), draw()),
      Int32Array.from({ length: 100 }, (_, i) => 37 * i),
    );
  });
});
