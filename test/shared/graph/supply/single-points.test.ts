import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ternary } from '#shared/graph/model.ts';
import { failuresOf } from '#shared/graph/supply/failing.ts';
import { netOf, readSupplies, type Supplies, UNKNOWN_INPUT } from '#shared/graph/supply/net.ts';
import { singlePoints } from '#shared/graph/supply/single-points.ts';
import { drawnNeeds, failing, type Row, readings, supplied } from './worlds.ts';

/** Names of the single points of the last customer: certain, and possible beside those. */
function pointsOf(...rows: readonly Row[]) {
  const supplies = supplied(...rows);
  const target = supplies.to.at(-1) ?? 0;
  const { least, most } = readSupplies(supplies);
  const [certain = new Int32Array()] = singlePoints(least, [target]);
  const [possible = new Int32Array()] = singlePoints(most, [target]);
  const named = (points: Int32Array) => [...points].map((v) => supplies.names[v]).sort();
  return { certain: named(certain), possible: named(possible.filter((v) => !certain.includes(v))) };
}

describe('single points of failure', () => {
  it('are inputs without an alternative, and never one of two suppliers of the same input', () => {
    const rows: readonly Row[] = [
      ['Ore', 'Mill', 'ore'],
      ['Mill', 'Plant', 'steel'],
      ['Forge', 'Plant', 'steel'],
      ['Fab', 'Plant', 'chips'],
    ];
    expect(pointsOf(...rows)).toEqual({ certain: ['Fab'], possible: [] });
  });

  it('are found behind two suppliers that need the same third', () => {
    const rows: readonly Row[] = [
      ['Lens', 'East', 'lens'],
      ['Lens', 'West', 'lens'],
      ['East', 'Plant', 'scanner'],
      ['West', 'Plant', 'scanner'],
    ];
    expect(pointsOf(...rows)).toEqual({ certain: ['Lens'], possible: [] });
  });

  it('are not what the customer can do without', () => {
    expect(pointsOf(['Fab', 'Plant', 'chips', 'no'])).toEqual({ certain: [], possible: [] });
    // One row that says it is needed is enough, for all sources of the input.
    expect(pointsOf(['Fab', 'Plant', 'chips', 'no'], ['Fab', 'Plant', 'chips', 'yes']).certain).toEqual([
      'Fab',
    ]);
  });

  it('are possible where it is not known whether the input is needed or who can take over', () => {
    expect(pointsOf(['Fab', 'Plant', 'chips', 'unknown'])).toEqual({ certain: [], possible: ['Fab'] });
    expect(pointsOf(['A', 'Plant', ''], ['B', 'Plant', ''])).toEqual({ certain: [], possible: ['A', 'B'] });
    expect(pointsOf(['A', 'Plant', ''])).toEqual({ certain: ['A'], possible: [] });
    // B may be a second source of chips.
    expect(pointsOf(['A', 'Plant', 'chips'], ['B', 'Plant', ''])).toEqual({
      certain: [],
      possible: ['A', 'B'],
    });
    // A second source that may not be there is none to rely on, and no need of its own.
    expect(pointsOf(['A', 'P', 'x'], ['B', 'P', 'x', 'yes', 'unknown'])).toEqual({
      certain: [],
      possible: ['A'],
    });
  });

  it('are not in a circle that keeps itself going, until one of it is shut', () => {
    const rows: readonly Row[] = [
      ['Power', 'Net', 'power'],
      ['Net', 'Power', 'control'],
      ['Net', 'Plant', 'net'],
    ];
    expect(pointsOf(...rows).certain).toEqual(['Net', 'Power']);
  });

  it('are those whose failure fails the target, by trying each (AND, OR and circles)', () => {
    fc.assert(
      fc.property(drawnNeeds(9), (needs) => {
        const net = netOf(needs);
        const all = [...needs.keys()];
        const failed = all.map((v) => failing(needs, [v]));
        const wanted = all.map((target) => all.filter((v) => v !== target && failed[v]?.[target]));
        expect(singlePoints(net, all).map((points) => [...points])).toEqual(wanted);
        // With many targets every node is tried, with few only those that may matter.
        const many = Array.from({ length: 40 }, (_, k) => k % all.length);
        expect(singlePoints(net, many).map((points) => [...points])).toEqual(many.map((v) => wanted[v]));
        for (const v of all) expect([...failuresOf(net, [v])].map(Boolean)).toEqual(failed[v]);
      }),
      { numRuns: 400 },
    );
  });

  it('are the same however many are tried at once', () => {
    // Two rows of a hundred, each supplied by both of the row before: only the ends are single points.
    const needs = Array.from({ length: 202 }, (_, v) =>
      v === 0 ? [] : v < 3 ? [[0]] : [v % 2 === 1 ? [v - 2, v - 1] : [v - 3, v - 2]],
    );
    expect(singlePoints(netOf(needs), [201])[0]).toEqual(
      Int32Array.from(needs.keys()).filter((v) => v !== 201 && failing(needs, [v])[201] === true),
    );
    const line = Array.from({ length: 500 }, (_, v) => (v === 0 ? [] : [[v - 1]]));
    expect(singlePoints(netOf(line), [499, 40]).map(({ length }) => length)).toEqual([499, 40]);
  });

  it('are certain in every reading and excluded in every reading, as they say', () => {
    const ternary = fc.constantFrom<Ternary>('yes', 'no', 'unknown');
    const world = fc.integer({ min: 2, max: 4 }).chain((n) =>
      fc
        .array(
          fc.record({
            from: fc.nat(n - 1),
            to: fc.nat(n - 1),
            input: fc.constantFrom(UNKNOWN_INPUT, 0, 1),
            essential: ternary,
            exists: ternary,
          }),
          { minLength: 1, maxLength: 4 },
        )
        .map(
          (rows): Supplies => ({
            n,
            from: Int32Array.from(rows, ({ from }) => from),
            to: Int32Array.from(rows, ({ to }) => to),
            input: Int32Array.from(rows, ({ input }) => input),
            essential: rows.map(({ essential }) => essential),
            exists: rows.map(({ exists }) => exists),
          }),
        ),
    );
    fc.assert(
      fc.property(world, (supplies) => {
        const { least, most, open } = readSupplies(supplies);
        const all = readings(supplies);
        for (let v = 0; v < supplies.n; v++) {
          const certain = failuresOf(least, [v]);
          const possible = failuresOf(most, [v]);
          const outcomes = all.map((needs) => failing(needs, [v]));
          for (let target = 0; target < supplies.n; target++) {
            if (certain[target] === 1) expect(outcomes.every((failed) => failed[target])).toBe(true);
            if (possible[target] === 0) expect(outcomes.some((failed) => failed[target])).toBe(false);
            if (!open)
              expect(outcomes.every((failed) => failed[target] === (certain[target] === 1))).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
