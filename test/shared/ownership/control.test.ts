import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, nodeOf } from '#shared/ownership/compile.ts';
import { createControl } from '#shared/ownership/control.ts';
import { createIntegrated } from '#shared/ownership/integrated.ts';
import { exactly, type Holding } from '#shared/ownership/interest.ts';
import type { Threshold } from '#shared/ownership/ticks.ts';
import { ARMS, holdingsOf, links, nameOf, rangedLinks, world } from './worlds.ts';

const MAJORITY: Threshold = { level: 0.5, operator: '>' };

/** Names of what the parties control, with the verdict, in alphabetical order. */
function controlled(
  holdings: readonly Holding[],
  parties: readonly string[],
  threshold = MAJORITY,
): string[] {
  const graph = compile(holdings, 'votes');
  return createControl(
    graph,
    threshold,
  )(parties.map((party) => nodeOf(graph, party)))
    .filter(({ control }) => control !== 'excluded')
    .map(({ node, control }) => `${graph.ids[node]}${control === 'possible' ? '?' : ''}`)
    .sort();
}

/** The definition as it stands in the books, on exact shares in parts of a million. */
function byTheBook(holdings: readonly Holding[], party: string, needed: number): string[] {
  const names = new Set(holdings.map(({ held }) => held));
  const inside = new Set([party]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const name of names) {
      if (inside.has(name)) continue;
      const votes = holdings
        .filter(({ holder, held }) => held === name && holder !== name && inside.has(holder))
        .reduce(
          (sum, { capital }) => sum + Math.round((capital?.kind === 'exact' ? capital.value : 0) * 1e6),
          0,
        );
      if (votes <= needed) continue;
      inside.add(name);
      grown = true;
    }
  }
  inside.delete(party);
  return [...inside].sort();
}

const bare = (name: string): string => name.replace('?', '');

/** Whether a company passes when the party and all the companies of a set vote together. */
function selfConsistent(
  holdings: readonly Holding[],
  party: string,
  set: readonly string[],
  company: string,
  needed: number,
): boolean {
  const votes = holdings
    .filter(({ holder, held }) => held === company && holder !== company && [party, ...set].includes(holder))
    .reduce((sum, { capital }) => sum + Math.round((capital?.kind === 'exact' ? capital.value : 0) * 1e6), 0);
  return votes > needed;
}

describe('recursive majority control', () => {
  it('adds the votes of controlled companies, where multiplying shows 28 per cent (C4)', () => {
    expect(controlled(ARMS, ['P'])).toEqual(['A', 'B', 'C', 'D']);
    expect(controlled(ARMS, ['Q'])).toEqual([]);
    const graph = compile(ARMS, 'votes');
    const commands = createControl(graph)([nodeOf(graph, 'P')]);
    const votes = (id: string) => commands.find(({ node }) => node === nodeOf(graph, id))?.votes;
    expect(votes('C')).toEqual({ min: 0.55, max: 0.55 });
    expect(votes('D')).toEqual({ min: 0.55, max: 0.55 });
    const row = createIntegrated(compile(ARMS, 'capital'))(0);
    expect(row.map(({ integrated }) => integrated?.toFixed(3)).sort()).toEqual([
      '0.282',
      '0.330',
      '0.600',
      '0.600',
    ]);
  });

  it('takes a half for a half, however it is made up', () => {
    const half = world('P>A 1', 'P>C 0.25', 'A>C 0.25');
    expect(controlled(half, ['P'])).toEqual(['A']);
    expect(controlled(half, ['P'], { level: 0.5, operator: '>=' })).toEqual(['A', 'C']);
    const sixths = world('P>A 1', 'P>B 1', `P>C ${1 / 6}`, `A>C ${1 / 6}`, `B>C ${1 / 6}`);
    expect(controlled(sixths, ['P'])).toEqual(['A', 'B']);
    const tenths = world('P>C 0.1', 'P>C 0.2', 'P>C 0.2');
    expect(controlled(tenths, ['P'], { level: 0.5, operator: '>=' })).toEqual(['C']);
    expect(controlled(world('P>C 0.50000000001'), ['P'])).toEqual(['C']);
  });

  it('does not let a company vote on its own shares', () => {
    expect(controlled(world('P>A 0.3', 'A>A 0.4'), ['P'])).toEqual([]);
  });

  it('goes round a circle without end and finds nothing certain that is not held', () => {
    expect(controlled(world('A>B 0.6', 'B>C 0.6', 'C>A 0.6', 'P>D 0.3'), ['P'])).toEqual([]);
    expect(controlled(world('A>B 0.6', 'B>C 0.6', 'C>A 0.6', 'P>A 0.3'), ['A'])).toEqual(['B', 'C']);
  });

  it('never excludes who holds part of a circle that carries itself (CON-2)', () => {
    const circle = world('A>B 0.6', 'B>A 0.6', 'X>A 0.4', 'Y>B 0.4', 'A>C 0.7', 'X>E 0.1');
    expect(controlled(circle, ['X'])).toEqual(['A?', 'B?', 'C?']);
    expect(controlled(circle, ['Y'])).toEqual(['A?', 'B?', 'C?']);
    expect(controlled(circle, ['A'])).toEqual(['B', 'C']);
    expect(compile(circle, 'votes').findings.filter(({ code }) => code === 'selfSupporting')).toEqual([
      { code: 'selfSupporting', basis: 'votes', entities: ['A', 'B'], holdings: [0, 1] },
    ]);
  });

  it('excludes a holder in a circle as soon as somebody outside certainly controls it', () => {
    const ruled = world('A>B 0.4', 'B>A 0.4', 'X>A 0.15', 'X>B 0.15', 'Q>A 0.45', 'Q>B 0.45', 'Q>D 1');
    expect(controlled(ruled, ['X'])).toEqual(['A?', 'B?']);
    const owned = world('A>B 0.4', 'B>A 0.4', 'X>A 0.09', 'X>B 0.09', 'Q>A 0.51', 'Q>B 0.51');
    expect(controlled(owned, ['X'])).toEqual([]);
    expect(controlled(owned, ['Q'])).toEqual(['A', 'B']);
  });

  it('finds no control in a circle that does not reach a majority with the holder', () => {
    expect(controlled(world('A>B 0.3', 'B>A 0.3', 'X>A 0.2', 'X>B 0.2'), ['X'])).toEqual([]);
    expect(controlled(world('A>B 0.3', 'B>A 0.3', 'X>A 0.2', 'X>B 0.25'), ['X'])).toEqual([]);
    expect(controlled(world('A>B 0.3', 'B>A 0.31', 'X>A 0.2', 'X>B 0.25'), ['X'])).toEqual(['A?', 'B?']);
  });

  it('is never certain where the data give a company two controllers apart from each other', () => {
    const double = world('X>A 0.6', 'Y>A 0.6', 'A>B 1');
    expect(controlled(double, ['X'])).toEqual(['A?', 'B?']);
    expect(controlled(double, ['Y'])).toEqual(['A?', 'B?']);
    expect(compile(double, 'votes').findings.map(({ code, entities }) => [code, entities])).toContainEqual([
      'twoControllers',
      ['X', 'Y', 'A'],
    ]);
    expect(controlled(world('X>A 1', 'Y>A 0.05'), ['X'])).toEqual(['A']);
    expect(controlled(world('X>A 0.3', 'Z>A 0.3', 'Y>A 0.6'), ['X', 'Z'])).toEqual(['A?']);
  });

  it('lets two claims stand where one party is behind both', () => {
    const right = (holder: string, held: string): Holding => ({ holder, held, right: 'certain' });
    const apart = [right('X', 'A'), right('Y', 'A'), ...world('A>B 1')];
    expect(controlled(apart, ['X'])).toEqual(['A?', 'B?']);
    const together = [right('State', 'Ministry'), right('Ministry', 'Holding'), ...world('State>Holding 1')];
    expect(controlled(together, ['State'])).toEqual(['Holding', 'Ministry']);
    expect(controlled(together, ['Ministry'])).toEqual(['Holding']);
    const found = (holdings: readonly Holding[]) =>
      compile(holdings, 'votes').findings.filter(({ code }) => code === 'twoControllers').length;
    expect([found(apart), found(together)]).toEqual([1, 0]);
  });

  it('looks at parties that act together as one', () => {
    const holdings = world('P>C 0.3', 'Q>C 0.3', 'C>D 0.6');
    expect(controlled(holdings, ['P'])).toEqual([]);
    expect(controlled(holdings, ['P', 'Q'])).toEqual(['C', 'D']);
  });

  it('counts votes and not capital where both are recorded', () => {
    const holdings: Holding[] = [{ holder: 'P', held: 'A', capital: exactly(0.1), votes: exactly(0.7) }];
    expect(controlled(holdings, ['P'])).toEqual(['A']);
  });

  it('counts a right that gives control, and its doubt', () => {
    const holdings: Holding[] = [
      { holder: 'State', held: 'Fund', right: 'certain' },
      { holder: 'Fund', held: 'A', capital: exactly(0.6) },
      { holder: 'A', held: 'B', right: 'possible' },
      { holder: 'B', held: 'C', capital: exactly(0.9) },
    ];
    expect(controlled(holdings, ['State'])).toEqual(['A', 'B?', 'C?', 'Fund']);
    const graph = compile(holdings, 'votes');
    expect(createControl(graph, MAJORITY, 'ignore')([nodeOf(graph, 'State')]).map((c) => c.control)).toEqual([
      'excluded',
    ]);
  });

  it('is what the definition says, for any graph', () => {
    const coarse = links.map((all) =>
      holdingsOf(all.map((link) => ({ ...link, weight: Math.round(link.weight * 20) / 20 }))),
    );
    fc.assert(
      fc.property(coarse, fc.constantFrom(0.25, 0.4, 0.5), (holdings, level) => {
        for (const { holder } of holdings) {
          const found = controlled(holdings, [holder], { level, operator: '>' });
          const truth = byTheBook(holdings, holder, level * 1e6);
          expect(found.filter((name) => !name.endsWith('?'))).toEqual(truth);
          for (const name of found.map(bare))
            expect(selfConsistent(holdings, holder, found.map(bare), name, level * 1e6)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never shrinks when votes grow, whatever the order of the interests', () => {
    fc.assert(
      fc.property(links, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (all, pick, growth) => {
        const chosen = all[pick % all.length];
        const taken = all.filter(({ to }) => to === chosen?.to).reduce((sum, { weight }) => sum + weight, 0);
        const grown = all.map((link) =>
          link === chosen ? { ...link, weight: link.weight + (1 - taken) * growth } : link,
        );
        const [before, after] = [holdingsOf(all), holdingsOf(grown)];
        for (const { from } of all) {
          const bigger = controlled(after, [nameOf(from)]);
          for (const name of controlled(before, [nameOf(from)]))
            expect(name.endsWith('?') ? bigger.map(bare) : bigger).toContain(bare(name));
          expect(controlled([...after].reverse(), [nameOf(from)])).toEqual(bigger);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('control under ranges', () => {
  it('is certain, possible or excluded', () => {
    const holdings = world('P>A 0.51..0.75', 'P>B 0.4..0.6', 'P>C ?', 'Q>C 0.6', 'P>D ?', 'Q>D 0.2..0.8');
    expect(controlled(holdings, ['P'])).toEqual(['A', 'B?', 'D?']);
  });

  it('is possible only when the others leave enough, over a chain of ranges', () => {
    const holdings = world('P>A 0.4..0.6', 'P>C 0.1..0.3', 'A>C 0.1..0.3', 'Q>C 0.55');
    expect(controlled(holdings, ['P'])).toEqual(['A?']);
    const freer = world('P>A 0.4..0.6', 'P>C 0.1..0.3', 'A>C 0.1..0.3', 'Q>C 0.45');
    expect(controlled(freer, ['P'])).toEqual(['A?', 'C?']);
  });

  it('holds between certain and possible for every choice of values within the ranges', () => {
    fc.assert(
      fc.property(rangedLinks, ({ holdings, drawn }) => {
        for (const { from } of drawn) {
          const found = controlled(holdings, [nameOf(from)]);
          const truth = controlled(holdingsOf(drawn), [nameOf(from)]);
          for (const name of truth) expect(found.map(bare)).toContain(bare(name));
          for (const name of found) if (!name.endsWith('?')) expect(truth).toContain(name);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has votes that contain every sum the ranges allow', () => {
    fc.assert(
      fc.property(rangedLinks, ({ holdings, drawn }) => {
        const graph = compile(holdings, 'votes');
        const exact = compile(holdingsOf(drawn), 'votes');
        const [under, truth] = [createControl(graph), createControl(exact)];
        for (let node = 0; node < graph.ids.length; node++) {
          const commands = new Map(under([node]).map((one) => [one.node, one]));
          for (const { node: held, votes } of truth([node])) {
            expect(commands.get(held)?.votes.min).toBeLessThanOrEqual(votes.min + 1e-12);
            expect(commands.get(held)?.votes.max).toBeGreaterThanOrEqual(votes.max - 1e-12);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
