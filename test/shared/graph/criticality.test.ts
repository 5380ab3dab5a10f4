import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticality, endsOf } from '#shared/graph/criticality.ts';
import { csrOf } from '#shared/graph/csr.ts';
import { dominatorChain, dominatorsOf } from '#shared/graph/dominators.ts';
import { entriesOf } from '#shared/graph/entries.ts';
import type { Ternary } from '#shared/graph/model.ts';
import type { Supplies } from '#shared/graph/supply/net.ts';
import { drawnGraph, shuffled } from './arbitrary.ts';
import { supplied } from './supply/worlds.ts';

const named = (supplies: Supplies & { readonly names: readonly string[] }, target: string) => {
  const [found] = criticality(supplies, [supplies.names.indexOf(target)], { size: 2 });
  const names = (nodes: Iterable<number> = []) => Array.from(nodes, (v) => supplies.names[v]).sort();
  return found && { ...found, singlePoints: names(found.singlePoints), dominators: names(found.dominators) };
};

/** Supplies of a drawn graph; what is needed and which product follows from the ends of a link. */
const supplies = (
  { n, from, to }: { n: number; from: Int32Array; to: Int32Array },
  number: readonly number[],
) => {
  const old = new Map(number.map((now, before) => [now, before]));
  const key = (e: number): number => (old.get(from[e] ?? 0) ?? 0) + 3 * (old.get(to[e] ?? 0) ?? 0);
  const essential = Array.from(
    from,
    (_, e): Ternary => (['yes', 'no', 'unknown', 'yes'] as const)[key(e) % 4] ?? 'yes',
  );
  return { n, from, to, essential, input: Int32Array.from(from, (_, e) => (key(e) % 5) - 1) };
};

describe('criticality', () => {
  it('finds behind two suppliers the one that degree does not show (AND over inputs, OR over suppliers)', () => {
    const world = supplied(
      ['Glass', 'Lens', 'glass'],
      ['Lens', 'East', 'lens'],
      ['Lens', 'West', 'lens'],
      ['Steel1', 'East', 'steel'],
      ['Steel2', 'East', 'steel'],
      ['Steel2', 'West', 'steel'],
      ['East', 'Grid', 'scanner'],
      ['West', 'Grid', 'scanner'],
    );
    // As a pure graph the steel makers are ways round the lens; as inputs they replace nothing.
    expect(named(world, 'Grid')).toMatchObject({
      singlePoints: ['Glass', 'Lens'],
      dominators: [],
      independentPaths: 2,
      direct: 2,
      suppliers: 6,
    });
  });

  it('counts a target in a circle as supplied by the others of the circle', () => {
    const world = supplied(['Power', 'Net', 'p'], ['Net', 'Power', 'n'], ['Coal', 'Mine', 'c']);
    expect(named(world, 'Power')).toMatchObject({
      singlePoints: ['Net'],
      dominators: ['Net'],
      independentPaths: 1,
    });
    // A target of each circle that supplies nobody else, and the end of the line.
    expect(endsOf(world).map((v) => world.names[v])).toEqual(['Power', 'Net', 'Mine']);
  });

  it('leaves out supplies that are not there', () => {
    const world = supplied(['A', 'B', 'x'], ['C', 'B', 'y', 'yes', 'no']);
    expect(named(world, 'B')).toMatchObject({ singlePoints: ['A'], suppliers: 1, direct: 1 });
  });

  it('has as dominators all that a root before the sources has, for every target', () => {
    fc.assert(
      fc.property(drawnGraph(9), ({ n, from, to }) => {
        const entries = entriesOf(csrOf(n, from, to));
        const starts = [...entries.keys()].filter((v) => entries[v] === 1);
        const tails = Int32Array.of(...from, ...starts.map(() => n));
        const heads = Int32Array.of(...to, ...starts);
        const idom = dominatorsOf(csrOf(n + 1, tails, heads), csrOf(n + 1, heads, tails), n);
        const all = [...Array(n).keys()].filter((v) => entries[v] === 0);
        const world = {
          n,
          from,
          to,
          essential: Array.from(from, () => 'yes' as const),
          input: new Int32Array(from.length),
        };
        expect(criticality(world, all, { size: 1 }).map(({ dominators }) => dominators)).toEqual(
          all.map((v) => dominatorChain(idom, v)),
        );
      }),
    );
  });

  it('does not depend on names or on the order of the rows', () => {
    fc.assert(
      fc.property(
        drawnGraph(8).chain((drawn) => fc.tuple(fc.constant(drawn), shuffled(drawn))),
        ([one, other]) => {
          const self = [...Array(one.n).keys()];
          const first = criticality(supplies(one, self), self, { size: 2 });
          const second = criticality(supplies(other, other.number), other.number, { size: 2 });
          const moved = (nodes: Iterable<number>): number[] =>
            Array.from(nodes, (v) => other.number[v] ?? -1).sort((a, b) => a - b);
          const inOrder = (sets: readonly (readonly number[])[]) => sets.map((set) => set.join(' ')).sort();
          first.forEach((row, v) => {
            const twin = second[v];
            expect(moved(row.singlePoints)).toEqual([...(twin?.singlePoints ?? [])]);
            expect(moved(row.possiblePoints)).toEqual([...(twin?.possiblePoints ?? [])]);
            expect(moved(row.dominators)).toEqual([...(twin?.dominators ?? [])].sort((a, b) => a - b));
            expect(inOrder(row.cutSets.sets.map(moved))).toEqual(inOrder(twin?.cutSets.sets ?? []));
            expect([row.independentPaths, row.suppliers, row.direct]).toEqual([
              twin?.independentPaths,
              twin?.suppliers,
              twin?.direct,
            ]);
          });
        },
      ),
    );
  });

  it('tells how far it is, ever further', () => {
    const n = 2_000;
    const from = Int32Array.from({ length: n - 1 }, (_, v) => v);
    const world = {
      n,
      from,
      to: from.map((v) => v + 1),
      essential: Array(n - 1).fill('yes'),
      input: new Int32Array(n - 1),
    };
    const parts: number[] = [];
    criticality(world, [n - 1, 200], { size: 1, progress: (part) => parts.push(part) });
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.every((part, i) => part <= 1 && part >= (parts[i - 1] ?? 0))).toBe(true);
  });
});
