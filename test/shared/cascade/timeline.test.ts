import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  exactly,
  type Network,
  type Range,
  SCOPE,
  type SupplyLink,
  ZERO,
} from '#shared/cascade/network.ts';
import { createTimeline, type TimedShock } from '#shared/cascade/timeline.ts';
import { worthOf } from '#shared/cascade/unknowns.ts';
import { exactNetworks, nodeNames, rangedNetworks } from './worlds.ts';

const NEVER = exactly(Number.POSITIVE_INFINITY);
const closing = (node: string, days?: Range): TimedShock[] => [{ node, capacity: exactly(0), days }];

type Given = Partial<Omit<SupplyLink, 'id' | 'from' | 'to'>>;
/** `A>B` with what is known of it; essential, without stock and beyond replacement unless said otherwise. */
function network(links: Readonly<Record<string, Given>>): Network {
  const made = Object.entries(links).map(([name, given]): SupplyLink => {
    const [from = '', to = ''] = name.split(/[>#]/);
    return {
      id: name,
      from,
      to,
      importance: 'essential',
      volume: exactly(1),
      stockDays: ZERO,
      replaceDays: NEVER,
      ...given,
    };
  });
  const ids = new Set(made.flatMap(({ from, to }) => [from, to]));
  return { nodes: [...ids].map((id) => ({ id, outsidePurchases: ZERO, outsideRevenue: ZERO })), links: made };
}
function of(net: Network, shocks: readonly TimedShock[], node: string) {
  const found = createTimeline(net)(shocks).nodes.find((one) => one.node === node);
  if (!found) throw new Error('no such node');
  return found;
}
const weeks = (count: number): Range => exactly(7 * count);

describe('a disruption week by week', () => {
  it('stops a customer when its stock is used up, and those further on when theirs is too', () => {
    const net = network({ 'A>B': { stockDays: weeks(6) }, 'B>C': { stockDays: weeks(3) } });
    expect(of(net, closing('A'), 'B')).toMatchObject({ hit: { from: 6, to: 6 }, stop: { from: 6, to: 6 } });
    expect(of(net, closing('A'), 'C').stop).toEqual({ from: 9, to: 9 });
    expect(createTimeline(net)(closing('A'))).toMatchObject({ scope: SCOPE, rests: ['A>B', 'B>C'] });
  });

  it('says from when to when, if the stock is only known within bounds', () => {
    const net = network({ 'A>B': { stockDays: between(28, 56) }, 'B>C': { stockDays: between(14, 21) } });
    expect(of(net, closing('A'), 'B').stop).toEqual({ from: 4, to: 8 });
    expect(of(net, closing('A'), 'C').stop).toEqual({ from: 6, to: 11 });
  });

  it('uses up at half speed what half a source no longer fills', () => {
    const half = { input: 'x', share: exactly(0.5), stockDays: weeks(2) };
    const net = network({ 'A>C': half, 'B>C': half });
    const c = of(net, closing('A'), 'C');
    expect(c.hit).toEqual({ from: 4, to: 4 });
    expect(c.stop).toBeUndefined();
    expect(c.most[10]).toBeCloseTo(0.5, 9);
  });

  it('lets another source step in as far as it can cover', () => {
    const net = network({
      'A>C': { input: 'x', share: exactly(0.7), cover: exactly(1) },
      'B>C': { input: 'x', share: exactly(0.3), cover: exactly(0.8) },
    });
    expect(of(net, closing('A'), 'C').most[0]).toBeCloseTo(0.2, 9);
    expect(of(net, closing('B'), 'C').hit).toBeUndefined();
  });

  it('is never felt when the replacement is there before the stock ends, and only for a while when it is late', () => {
    const input = (replaceDays: Range): Network => network({ 'A>B': { stockDays: weeks(6), replaceDays } });
    expect(of(input(weeks(5)), closing('A'), 'B').hit).toBeUndefined();
    const late = of(input(weeks(9)), closing('A'), 'B');
    expect(late.stop).toEqual({ from: 6, to: 6 });
    expect(late.most.map((loss) => Math.round(loss)).slice(5, 10)).toEqual([0, 1, 1, 1, 0]);
    expect(of(input(between(28, 70)), closing('A'), 'B').hit).toEqual({ from: 6, to: null });
    expect(
      of(network({ 'A>B': { stockDays: weeks(6), replaceDays: undefined } }), closing('A'), 'B').hit,
    ).toEqual({
      from: 6,
      to: null,
    });
  });

  it('ends when the disruption ends, and stocks fill no further than they were', () => {
    const net = network({ 'A>B': { stockDays: weeks(2) } });
    const b = of(net, closing('A', weeks(5)), 'B');
    expect(b.most.map((loss) => Math.round(loss)).slice(0, 7)).toEqual([0, 0, 1, 1, 1, 0, 0]);
    expect(of(net, closing('A', between(7, 35)), 'B').hit).toEqual({ from: 2, to: null });
  });

  it('costs the part of its purchases when an input is not essential, and the stated part when only some output hangs on it', () => {
    const linear = network({
      'A>C': { importance: 'linear' },
      'B>C': { importance: 'linear', volume: exactly(3) },
    });
    expect(of(linear, closing('A'), 'C').most[0]).toBeCloseTo(0.25, 9);
    const some = network({ 'A>C': { outputLoss: between(0.2, 0.4) } });
    expect(of(some, closing('A'), 'C').least[0]).toBeCloseTo(0.2, 9);
    expect(of(some, closing('A'), 'C').most[0]).toBeCloseTo(0.4, 9);
  });

  it('draws a circle down in one week when nobody has stock', () => {
    const net = network({ 'A>B': {}, 'B>C': {}, 'C>B#2': { input: 'y' } });
    expect(of(net, closing('A'), 'C').stop).toEqual({ from: 0, to: 0 });
  });
});

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const times = fc.array(
  fc.record({
    stock: fc.tuple(fc.nat(40), fc.nat(40)),
    replace: fc.tuple(fc.nat(90), fc.nat(90)),
    cover: fc.option(fc.tuple(fraction, fraction), { nil: undefined }),
  }),
  { minLength: 16, maxLength: 16 },
);
const span = ([a, b]: readonly [number, number]): Range => between(Math.min(a, b), Math.max(a, b));

describe('what would change the weeks', () => {
  it('is the stock or the replacement that stands open, the one that moves the day most first', () => {
    const net = network({
      'A>B': { stockDays: between(14, 21), replaceDays: undefined },
      'B>C': { stockDays: between(7, 70) },
    });
    const day = (one: Network) => {
      const { hit } = of(one, closing('A'), 'C');
      return { min: hit?.from ?? 104, max: hit?.to ?? 104 };
    };
    const found = worthOf(net, new Set(['stockDays', 'replaceDays'] as const), day);
    expect(found.map(({ id, fact }) => `${id} ${fact}`)).toEqual([
      'A>B replaceDays',
      'B>C stockDays',
      'A>B stockDays',
    ]);
    expect(found[0]).toMatchObject({ low: { min: 104, max: 104 }, high: { min: 3, max: 13 } });
  });
});

describe('the weeks of any network', () => {
  it('hold every run that the ranges stand for, in every week', () => {
    fc.assert(
      fc.property(
        rangedNetworks,
        times,
        nodeNames,
        fc.array(fraction, { minLength: 60, maxLength: 60 }),
        fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
        (net, timed, failing, draws, kinds) => {
          // Stock and importance are of an input, so that its links say the same.
          const sectorOf = new Map(net.nodes.map(({ id, sector }) => [id, sector]));
          const key = (link: SupplyLink): string =>
            `${link.to} ${link.input ?? sectorOf.get(link.from)}${link.input}`;
          const groups = [...new Set(net.links.map(key))];
          const at = (link: SupplyLink): number => groups.indexOf(key(link));
          const ranged: Network = {
            nodes: net.nodes,
            links: net.links.map((link, e) => ({
              ...link,
              importance: net.links.find((other) => key(other) === key(link))?.importance ?? 'linear',
              outputLoss: net.links.find((other) => key(other) === key(link))?.outputLoss,
              stockDays: span(timed[at(link) % 16]?.stock ?? [0, 0]),
              replaceDays: span(timed[e % 16]?.replace ?? [0, 0]),
              cover: timed[e % 16]?.cover && span(timed[e % 16]?.cover ?? [0, 0]),
            })),
          };
          let next = 0;
          const draw = (range: Range | undefined): Range | undefined =>
            range && exactly(range.min + (range.max - range.min) * (draws[next++ % draws.length] as number));
          const stocks = new Map<number, Range | undefined>();
          const losses = new Map<number, Range | undefined>();
          const one: Network = {
            nodes: ranged.nodes.map((node) => ({
              ...node,
              outsidePurchases: draw(node.outsidePurchases),
              outsideRevenue: draw(node.outsideRevenue),
            })),
            links: ranged.links.map((link) => {
              const g = at(link);
              if (!stocks.has(g)) stocks.set(g, draw(link.stockDays));
              if (!losses.has(g)) losses.set(g, draw(link.outputLoss));
              return {
                ...link,
                volume: draw(link.volume) ?? link.volume,
                stockDays: stocks.get(g),
                outputLoss: losses.get(g),
                replaceDays: draw(link.replaceDays),
                cover: draw(link.cover),
                importance:
                  link.importance === 'unknown' ? (kinds[g % 16] ? 'essential' : 'linear') : link.importance,
              };
            }),
          };
          const shock = [{ node: failing, capacity: between(0, 0.3), days: between(20, 200) }];
          const bounds = createTimeline(ranged, { weeks: 30 })(shock);
          const drawnShock = [
            { node: failing, capacity: draw(between(0, 0.3)) ?? ZERO, days: draw(between(20, 200)) },
          ];
          const run = createTimeline(one, { weeks: 30 })(drawnShock);
          for (const [i, node] of run.nodes.entries()) {
            const bound = bounds.nodes[i];
            for (let week = 0; week < 30; week++) {
              expect(node.least[week]).toBeCloseTo(node.most[week] ?? -1, 6);
              expect(node.most[week]).toBeGreaterThanOrEqual((bound?.least[week] ?? 0) - 1e-6);
              expect(node.least[week]).toBeLessThanOrEqual((bound?.most[week] ?? 0) + 1e-6);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are quiet when nothing fails', () => {
    fc.assert(
      fc.property(exactNetworks, (net) => {
        const { nodes, rests } = createTimeline(net, { weeks: 10 })([]);
        expect(rests).toEqual([]);
        for (const { most } of nodes) expect(Math.max(...most)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});
