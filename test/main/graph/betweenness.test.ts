import { describe, expect, it } from 'vitest';
import { dependencies } from '#main/graph/betweenness.ts';
import { createBrandes } from '#shared/graph/betweenness.ts';
import { createWeightedBrandes } from '#shared/graph/betweenness-weighted.ts';
import { csrOf, gather } from '#shared/graph/csr.ts';
import { seeded } from '#shared/graph/random.ts';

const random = seeded(8);
const N = 3_000;
const draw = (): Int32Array => Int32Array.from({ length: 3 * N }, () => Math.floor(random() * N));
const ROWS = csrOf(N, draw(), draw());
const LENGTHS = Float64Array.from({ length: 3 * N }, () => 1 + Math.floor(random() * 5));
const SOURCES = Int32Array.from({ length: 500 }, (_, i) => i * 5);

function expectClose(found: Float64Array, wanted: Float64Array) {
  const off = found.map((sum, v) => Math.abs(sum - (wanted[v] ?? Number.NaN)) / Math.max(1, wanted[v] ?? 1));
  expect(Math.max(...off)).toBeLessThan(1e-12);
}

describe('betweenness on several threads', () => {
  it('is what one thread says, to the last bit, and what TypeScript says', async () => {
    const plain = createBrandes(ROWS);
    plain.add(SOURCES);
    const here = await dependencies(ROWS, SOURCES, { threads: 0 });
    expectClose(here, plain.sums);
    for (const threads of [1, 2, 3]) expect(await dependencies(ROWS, SOURCES, { threads })).toEqual(here);
  });

  it('takes lengths, by link', async () => {
    const plain = createWeightedBrandes(ROWS, gather(ROWS, LENGTHS));
    plain.add(SOURCES);
    expectClose(await dependencies(ROWS, SOURCES, { threads: 2, lengths: LENGTHS }), plain.sums);
  });

  it('tells how far it is, up to the end', async () => {
    const parts: number[] = [];
    await dependencies(ROWS, SOURCES, { threads: 2, onProgress: (part) => parts.push(part) });
    expect(parts.every((part) => part > 0 && part <= 1)).toBe(true);
    expect(Math.max(...parts)).toBe(1);
  });

  it('stops when asked, on the way and beforehand', async () => {
    const controller = new AbortController();
    const running = dependencies(ROWS, SOURCES, {
      threads: 2,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    const late = dependencies(ROWS, SOURCES, { threads: 2, signal: controller.signal });
    await expect(late).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('is nothing for nothing', async () => {
    const empty = csrOf(0, new Int32Array(0), new Int32Array(0));
    expect(await dependencies(empty, new Int32Array(0))).toEqual(new Float64Array(0));
  });
});
