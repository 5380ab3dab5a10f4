import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxFlow } from '#shared/graph/max-flow.ts';
import { seeded } from '#shared/graph/random.ts';
import { type Drawn, drawnGraph } from './arbitrary.ts';

const flow = (n: number, links: readonly (readonly [number, number, number])[], start: number, end: number) =>
  maxFlow(
    n,
    Int32Array.from(links, ([from]) => from),
    Int32Array.from(links, ([, to]) => to),
    Float64Array.from(links, ([, , capacity]) => capacity),
    start,
    end,
  );

/** The least capacity over all ways to part the nodes. */
function leastCut({ n, from, to }: Drawn, capacity: Float64Array, start: number, end: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let side = 0; side < 1 << n; side++) {
    if ((side & (1 << start)) === 0 || (side & (1 << end)) !== 0) continue;
    let sum = 0;
    from.forEach((a, e) => {
      if ((side & (1 << a)) !== 0 && (side & (1 << (to[e] ?? 0))) === 0) sum += capacity[e] ?? 0;
    });
    least = Math.min(least, sum);
  }
  return least;
}

/** Ford and Fulkerson (1956) in the plainest way: any way that has room, until there is none. */
function byAugmenting({ n, from, to }: Drawn, capacity: Float64Array, start: number, end: number): number {
  const room = Array.from({ length: n }, () => Array<number>(n).fill(0));
  const at = (a: number, b: number): number => room[a]?.[b] ?? 0;
  const add = (a: number, b: number, amount: number): void => {
    const row = room[a];
    if (row !== undefined) row[b] = at(a, b) + amount;
  };
  from.forEach((a, e) => void add(a, to[e] ?? 0, capacity[e] ?? 0));
  for (let value = 0; ; value++) {
    const by = new Map([[start, start]]);
    for (const [a] of by) for (let b = 0; b < n; b++) if (!by.has(b) && at(a, b) > 0) by.set(b, a);
    if (!by.has(end)) return value;
    for (let b = end; b !== start; b = by.get(b) ?? start) {
      add(by.get(b) ?? start, b, -1);
      add(b, by.get(b) ?? start, 1);
    }
  }
}

const world = drawnGraph(7)
  .filter(({ n }) => n > 1)
  .chain((drawn) =>
    fc.tuple(
      fc.constant(drawn),
      fc.array(fc.nat(9), { minLength: drawn.from.length, maxLength: drawn.from.length }),
    ),
  );

describe('the greatest flow', () => {
  it('is 23 in the network of Cormen, Leiserson, Rivest and Stein (figure 26.1)', () => {
    const network = [
      [0, 1, 16],
      [0, 2, 13],
      [1, 3, 12],
      [2, 1, 4],
      [3, 2, 9],
      [2, 4, 14],
      [4, 3, 7],
      [3, 5, 20],
      [4, 5, 4],
    ] as const;
    const { value, cut } = flow(6, network, 0, 5);
    // Links 1-3, 4-3 and 4-5: 12 + 7 + 4.
    expect([value, [...cut]]).toEqual([23, [2, 6, 8]]);
  });

  it('is nothing where no way leads, and takes parallel links together', () => {
    expect(flow(3, [[1, 0, 5]], 0, 2)).toMatchObject({ value: 0, flow: Float64Array.of(0) });
    const twice = [
      [0, 1, 2.5],
      [0, 1, 4],
    ] as const;
    expect(flow(2, twice, 0, 1)).toMatchObject({ value: 6.5, cut: Int32Array.of(0, 1) });
    expect(() => flow(2, twice, 1, 1)).toThrow(RangeError);
  });

  it('equals the least cut, keeps to capacities and loses nothing on the way', () => {
    fc.assert(
      fc.property(world, ([drawn, capacities]) => {
        const { n, from, to } = drawn;
        const capacity = Float64Array.from(capacities);
        const end = n - 1;
        const found = maxFlow(n, from, to, capacity, 0, end);
        expect(found.value).toBe(leastCut(drawn, capacity, 0, end));
        expect([...found.cut].reduce((sum, e) => sum + (capacity[e] ?? 0), 0)).toBe(found.value);
        const balance = Array<number>(n).fill(0);
        found.flow.forEach((amount, e) => {
          expect(amount >= 0 && amount <= (capacity[e] ?? 0)).toBe(true);
          balance[from[e] ?? 0] = (balance[from[e] ?? 0] ?? 0) - amount;
          balance[to[e] ?? 0] = (balance[to[e] ?? 0] ?? 0) + amount;
        });
        const wanted = Array<number>(n).fill(0);
        wanted[0] = 0 - found.value;
        wanted[end] = found.value;
        expect(balance.map((sum) => sum + 0)).toEqual(wanted.map((sum) => sum + 0));
      }),
      { numRuns: 400 },
    );
  });

  it('equals what finding way after way comes to, in larger networks', () => {
    const random = seeded(11);
    for (let run = 0; run < 100; run++) {
      const n = 20 + Math.floor(random() * 30);
      const m = n * (2 + Math.floor(random() * 4));
      const draw = (): Int32Array => Int32Array.from({ length: m }, () => Math.floor(random() * n));
      const drawn = { n, from: draw(), to: draw() };
      const capacity = Float64Array.from({ length: m }, () => Math.floor(random() * 12));
      const { value } = maxFlow(n, drawn.from, drawn.to, capacity, 0, n - 1);
      expect(value).toBe(byAugmenting(drawn, capacity, 0, n - 1));
    }
  });
});
