import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, nodeOf } from '#shared/ownership/compile.ts';
import { createGroupShare, createIntegrated, type IntegratedShare } from '#shared/ownership/integrated.ts';
import type { Holding } from '#shared/ownership/interest.ts';
import { ultimateOwners } from '#shared/ownership/structure.ts';
import { CROSS, holdingsOf, leontief, links, nameOf, rangedLinks, world } from './worlds.ts';

/** `owner held` to the share. */
function table(holdings: readonly Holding[]): Map<string, IntegratedShare> {
  const graph = compile(holdings, 'capital');
  const rowOf = createIntegrated(graph);
  return new Map(
    graph.ids.flatMap((owner, node) =>
      rowOf(node).map((share) => [`${owner} ${graph.ids[share.held]}`, share] as const),
    ),
  );
}

describe('look-through ownership', () => {
  it('multiplies down a pyramid (C1)', () => {
    const shares = table(world('P>A 0.6', 'A>B 0.6', 'B>C 0.6'));
    expect(shares.get('P A')?.integrated).toBeCloseTo(0.6, 14);
    expect(shares.get('P B')?.integrated).toBeCloseTo(0.36, 14);
    expect(shares.get('P C')?.integrated).toBeCloseTo(0.216, 14);
    expect(shares.has('P P')).toBe(false);
  });

  it('adds up all turns through a cross-holding, and corrects for the owner itself (C2)', () => {
    const shares = table(CROSS);
    const naive = {
      'X B': 0.56818,
      'X C': 0.22727,
      'Y B': 0.20455,
      'Y C': 0.68182,
      'Z B': 0.22727,
      'Z C': 0.09091,
      'B B': 0.13636,
      'B C': 0.45455,
      'C B': 0.34091,
      'C C': 0.13636,
    };
    for (const [pair, value] of Object.entries(naive))
      expect(shares.get(pair)?.integrated, pair).toBeCloseTo(value, 5);
    const corrected = { 'B B': 0.12, 'B C': 0.4, 'C B': 0.3, 'C C': 0.12, 'X B': 0.56818 };
    for (const [pair, value] of Object.entries(corrected))
      expect(shares.get(pair)?.corrected, pair).toBeCloseTo(value, 5);
    for (const held of ['B', 'C']) {
      const sum = ['X', 'Y', 'Z'].reduce(
        (all, owner) => all + (shares.get(`${owner} ${held}`)?.integrated ?? 0),
        0,
      );
      expect(sum).toBeCloseTo(1, 13);
    }
  });

  it('is (I - W)^-1 W, and corrected M_ij / M_ii, for any graph', () => {
    fc.assert(
      fc.property(links, (all) => {
        const m = leontief(8, all);
        const shares = table(holdingsOf(all));
        for (let i = 0; i < 8; i++) {
          for (let j = 0; j < 8; j++) {
            const mij = m[i]?.[j] ?? 0;
            const mii = m[i]?.[i] ?? 1;
            const share = shares.get(`${nameOf(i)} ${nameOf(j)}`);
            expect(share?.integrated ?? 0).toBeCloseTo(i === j ? mij - 1 : mij, 10);
            expect(share?.corrected ?? 0).toBeCloseTo(i === j ? 1 - 1 / mii : mij / mii, 10);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nothing over between the ultimate owners when everything is held', () => {
    fc.assert(
      fc.property(links, (all) => {
        const sums = new Map<number, number>();
        for (const { to, weight } of all) sums.set(to, (sums.get(to) ?? 0) + weight);
        const rest = [...sums].map(([to, sum]) => ({ from: 8, to, weight: 1 - sum }));
        const graph = compile(holdingsOf([...all, ...rest]), 'capital');
        const share = createGroupShare(graph);
        for (const to of sums.keys()) {
          const node = nodeOf(graph, nameOf(to));
          const tops = ultimateOwners(graph, node);
          const sum = tops.reduce((total, top) => total + (share([top], node).point ?? Number.NaN), 0);
          expect(sum).toBeCloseTo(1, 10);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of the interests or on the names', () => {
    const order = links.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(order, ([all, shuffled]) => {
        const shares = table(holdingsOf(all));
        const renamed = holdingsOf(shuffled).map((h) => ({
          ...h,
          holder: `x${h.holder}`,
          held: `x${h.held}`,
        }));
        const others = table(renamed);
        expect(others.size).toBe(shares.size);
        for (const [pair, share] of shares) {
          const other = others.get(pair.replaceAll('n', 'xn'));
          expect(other?.integrated).toBeCloseTo(share.integrated ?? Number.NaN, 11);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('solves groups of which almost nothing is held outside', () => {
    const shares = table(world('X>A 0.0001', 'B>A 0.9999', 'A>B 1'));
    expect(shares.get('X B')?.integrated).toBeCloseTo(1, 9);
    expect(shares.get('X A')?.integrated).toBeCloseTo(1, 9);
    expect(shares.get('A B')?.corrected).toBe(1);
  });

  it('solves a circle of two thousand companies', () => {
    const n = 2000;
    const ring = Array.from({ length: n }, (_, i) => ({ from: i, to: (i + 1) % n, weight: 0.99 }));
    const graph = compile(holdingsOf([...ring, { from: n, to: 0, weight: 0.01 }]), 'capital');
    const row = createIntegrated(graph)(nodeOf(graph, `n${n}`));
    expect(row).toHaveLength(n);
    expect(row.find(({ held }) => graph.ids[held] === 'n1')?.integrated).toBeCloseTo(
      (0.01 * 0.99) / (1 - 0.99 ** n),
      12,
    );
  });

  it('has no limit in a closed group, and says so', () => {
    const holdings = world('A>B 1', 'B>A 1', 'A>S 0.5');
    const shares = table(holdings);
    expect(shares.get('A B')?.integrated).toBeUndefined();
    expect(shares.get('A B')?.corrected).toBe(1);
    expect(shares.get('A S')?.corrected).toBeCloseTo(0.5, 14);
    expect(compile(holdings, 'capital').findings).toEqual([
      { code: 'closedGroup', basis: 'capital', entities: ['A', 'B'], holdings: [0, 1] },
    ]);
  });

  it('is not known where paths without a limit meet contradictory data', () => {
    const shares = table(world('X>A 0.3', 'B>A 1', 'A>B 1', 'X>C 0.2'));
    expect(shares.get('X A')?.integrated).toBeUndefined();
    expect(shares.get('X C')?.integrated).toBe(0.2);
  });

  it('counts a path for a group of owners once, at the first member', () => {
    const graph = compile(world('S>A 0.5', 'T>A 0.2', 'A>B 0.5', 'S>B 0.1'), 'capital');
    const share = createGroupShare(graph);
    const [s, t, a, b] = ['S', 'T', 'A', 'B'].map((id) => nodeOf(graph, id)) as [
      number,
      number,
      number,
      number,
    ];
    expect(share([s, t], b).point).toBeCloseTo(0.45, 14);
    expect(share([s, a], b).point).toBeCloseTo(0.6, 14);
  });
});

describe('ownership under ranges', () => {
  it('gives the least and the most, and no value where none is known', () => {
    const shares = table(world('P>A 0.25..0.5', 'A>B 0.4', 'P>B ?'));
    const share = shares.get('P B');
    expect(share?.integrated).toBeUndefined();
    expect(share?.range.min).toBeCloseTo(0.1, 14);
    expect(share?.range.max).toBeCloseTo(0.6 + 0.4 * 0.5, 14);
    expect(shares.get('P A')?.range).toEqual({ min: 0.25, max: 0.5 });
  });

  it('never gives a party what others certainly hold', () => {
    const shares = table(world('P>A ?', 'Q>A 0.7', 'R>A 0.1..0.3'));
    expect(shares.get('P A')?.range.max).toBeCloseTo(0.2, 14);
    expect(shares.get('R A')?.range.max).toBeCloseTo(0.3, 14);
  });

  it('uses the best estimate within a range as the value', () => {
    const graph = compile(
      [{ holder: 'P', held: 'A', capital: { kind: 'range', min: 0.2, max: 0.4, best: 0.3 } }],
      'capital',
    );
    expect(createIntegrated(graph)(0)).toEqual([
      {
        held: 1,
        integrated: 0.3,
        corrected: 0.3,
        range: { min: 0.2, max: 0.4 },
        correctedRange: { min: 0.2, max: 0.4 },
      },
    ]);
  });

  it('contains every result that values within the ranges can give', () => {
    fc.assert(
      fc.property(rangedLinks, ({ holdings, drawn }) => {
        const m = leontief(8, drawn);
        const shares = table(holdings);
        for (let i = 0; i < 8; i++) {
          for (let j = 0; j < 8; j++) {
            const mij = m[i]?.[j] ?? 0;
            const mii = m[i]?.[i] ?? 1;
            const share = shares.get(`${nameOf(i)} ${nameOf(j)}`);
            const [value, corrected] = i === j ? [mij - 1, 1 - 1 / mii] : [mij, mij / mii];
            const [range, narrow] = [
              share?.range ?? { min: 0, max: 0 },
              share?.correctedRange ?? { min: 0, max: 0 },
            ];
            expect(value).toBeGreaterThanOrEqual(range.min - 1e-10);
            expect(value).toBeLessThanOrEqual(range.max * (1 + 1e-10) + 1e-10);
            expect(corrected).toBeGreaterThanOrEqual(narrow.min - 1e-10);
            expect(corrected).toBeLessThanOrEqual(narrow.max + 1e-10);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has bounds that some values within the ranges reach', () => {
    const shares = table(world('X>A 0.1', 'B>A 0.2..0.6', 'C>A 0.1..0.5', 'A>B 0.5', 'X>C 0.4'));
    // Most for X: B at 0.6, C with what is left, 0.3: a = 0.1 + 0.6 (0.5 a) + 0.3 x 0.4.
    expect(shares.get('X A')?.range.max).toBeCloseTo(Math.max(0.22 / 0.7, (0.1 + 0.5 * 0.4) / (1 - 0.2)), 9);
    expect(shares.get('X A')?.range.min).toBeCloseTo((0.1 + 0.04) / 0.9, 12);
  });
});
