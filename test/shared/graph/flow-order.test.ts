import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '#shared/graph/components.ts';
import { csrOf } from '#shared/graph/csr.ts';
import { flowOrder } from '#shared/graph/flow-order.ts';

const SIZE = 12;
const links = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 40 });

function ordered(all: readonly (readonly [number, number])[]) {
  const rows = csrOf(
    SIZE,
    Int32Array.from(all, ([from]) => from),
    Int32Array.from(all, ([, to]) => to),
  );
  const order = flowOrder(rows);
  const place = new Map(Array.from(order, (node, at) => [node, at]));
  const backwards = all.filter(([from, to]) => (place.get(from) ?? 0) > (place.get(to) ?? 0));
  return { rows, order, backwards };
}

describe('the order of flow', () => {
  it('names every node once and lets no link run backwards outside a circle', () => {
    fc.assert(
      fc.property(links, (all) => {
        const { rows, order, backwards } = ordered(all);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: SIZE }, (_, i) => i));
        const { of } = componentsOf(rows);
        for (const [from, to] of backwards) expect(of[from]).toBe(of[to]);
      }),
    );
  });

  it('lets at most half of the links of a circle run backwards, as its authors prove', () => {
    fc.assert(
      fc.property(links, (all) => {
        const proper = all.filter(([from, to]) => from !== to);
        expect(ordered(proper).backwards.length).toBeLessThanOrEqual(proper.length / 2);
      }),
    );
  });

  it('cuts a single circle once', () => {
    const circle = Array.from({ length: SIZE }, (_, i) => [i, (i + 1) % SIZE] as const);
    expect(ordered(circle).backwards).toHaveLength(1);
  });
});
