import fc from 'fast-check';

import {
  between,
  exactly,
  type Importance,
  type Network,
  type NetworkNode,
  type Range,
  type SupplyLink,
  ZERO,
} from '#shared/cascade/network.ts';
import { seeded } from '#shared/graph/random.ts';

/** A closed network as in the paper: nothing is sold or bought outside. */
export const closed = (id: string, sector: string): NetworkNode => ({
  id,
  sector,
  outsideRevenue: ZERO,
  outsidePurchases: ZERO,
});

/** The links of a matrix, `matrix[i][j]` what i supplies to j; an industry is essential to all or to none. */
export function ofMatrix(
  matrix: readonly (readonly number[])[],
  industries: readonly number[],
  essential: readonly boolean[],
): Network {
  const name = (i: number): string => `${i + 1}`;
  return {
    nodes: matrix.map((_, i) => closed(name(i), `${industries[i]}`)),
    links: matrix.flatMap((row, i) =>
      row.flatMap((value, j): SupplyLink[] =>
        value === 0
          ? []
          : [
              {
                id: `${name(i)}>${name(j)}`,
                from: name(i),
                to: name(j),
                volume: exactly(value),
                importance: essential[(industries[i] ?? 1) - 1] ? 'essential' : 'linear',
              },
            ],
      ),
    ),
  };
}

const link = (line: string, importance: Importance, volume: number): SupplyLink => {
  const [from = '', to = ''] = line.split('>');
  return { id: line, from, to, importance, volume: exactly(volume) };
};

/** Oracle C5: raw material R to chip makers A and B, chips to the assembler, goods to the retailer. */
export const CHIPS: Network = {
  nodes: [
    closed('R', 'raw'),
    closed('A', 'chip'),
    closed('B', 'chip'),
    closed('assembler', 'assembly'),
    closed('retailer', 'retail'),
  ],
  links: [
    link('R>A', 'essential', 20),
    link('R>B', 'essential', 20),
    link('A>assembler', 'essential', 60),
    link('B>assembler', 'essential', 30),
    link('assembler>retailer', 'linear', 150),
  ],
};

/** The same with A as the only chip maker. */
export const ONE_CHIP_MAKER: Network = {
  nodes: CHIPS.nodes.filter(({ id }) => id !== 'B'),
  links: [
    link('R>A', 'essential', 40),
    link('A>assembler', 'essential', 90),
    link('assembler>retailer', 'linear', 150),
  ],
};

export const W2 = ofMatrix(
  [
    [1, 2, 0],
    [0, 4, 0],
    [0, 3, 1],
  ],
  [1, 2, 1],
  [true, false],
);

/** Oracle C6: a firm that feeds itself and a neighbour that feeds itself too. */
export const C6 = ofMatrix(
  [
    [1, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [1, 1, 1],
  [true],
);

const SIZE = 7;
const NAMES = Array.from({ length: SIZE }, (_, i) => `n${i}`);
const number = (max: number) => fc.double({ min: 0, max, noNaN: true });
/** Positive, so that a link that is there carries something. */
const volume = fc.double({ min: 0.1, max: 9, noNaN: true });

const wide = (value: fc.Arbitrary<number>): fc.Arbitrary<Range> =>
  fc.tuple(value, value, value).map((three) => {
    const [min = 0, best = 0, max = 0] = three.sort((a, b) => a - b);
    return between(min, max, best);
  });
const either = (value: fc.Arbitrary<number>): fc.Arbitrary<Range> =>
  fc.oneof({ weight: 2, arbitrary: value.map(exactly) }, { weight: 1, arbitrary: wide(value) });

const networkOf = (
  range: (value: fc.Arbitrary<number>) => fc.Arbitrary<Range>,
  importances: readonly Importance[],
): fc.Arbitrary<Network> =>
  fc.record({
    nodes: fc.tuple(
      ...NAMES.map((id) =>
        fc.record({
          id: fc.constant(id),
          sector: fc.constantFrom('a', 'b', 'c'),
          outsideRevenue: range(number(5)),
          outsidePurchases: range(number(5)),
        }),
      ),
    ),
    links: fc
      .array(
        fc.record({
          from: fc.constantFrom(...NAMES),
          to: fc.constantFrom(...NAMES),
          input: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
          importance: fc.constantFrom(...importances),
          volume: range(volume),
          outputLoss: fc.option(range(number(1)), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 16 },
      )
      .map((links) => links.map((one, at) => ({ ...one, id: `${at}` }))),
  });

/** Small networks with circles, parallel links and self-supply, in which everything is exact. */
export const exactNetworks = networkOf((value) => value.map(exactly), ['none', 'linear', 'essential']);
/** The same with ranges, each with an estimate within, and with importances that nobody knows. */
export const rangedNetworks = networkOf(either, ['none', 'linear', 'essential', 'unknown']);

export const nodeNames = fc.constantFrom(...NAMES);

/** One network of those that a network with ranges stands for: `draw` gives fractions of the way from min to max. */
export function drawn(
  network: Network,
  draw: () => number,
  importance: () => 'linear' | 'essential',
): Network {
  const pick = <T extends Range | undefined>(range: T): T =>
    (range === undefined ? range : exactly(range.min + (range.max - range.min) * draw())) as T;
  const unknown = new Map<string, Importance>();
  const sectorOf = new Map(network.nodes.map(({ id, sector }) => [id, sector]));
  return {
    nodes: network.nodes.map((node) => ({
      ...node,
      outsideRevenue: pick(node.outsideRevenue),
      outsidePurchases: pick(node.outsidePurchases),
    })),
    links: network.links.map((one) => {
      // All sources of one input are drawn alike: the importance is the input's.
      const group = `${one.to} ${one.input ?? ''} ${one.input === undefined ? sectorOf.get(one.from) : ''}`;
      const known = unknown.get(group) ?? importance();
      unknown.set(group, known);
      return {
        ...one,
        volume: pick(one.volume),
        outputLoss: pick(one.outputLoss),
        importance: one.importance === 'unknown' ? known : one.importance,
      };
    }),
  };
}

/**
 * An ecosystem of `n` firms and `m` supplies: six tiers, sectors within a tier, skewed sizes, one supply in twenty
 * backwards and one in seven within its tier; seven sectors in ten essential. Firms sell outside what they do not sell
 * inside.
 */
export function ecosystem(n: number, m: number, seed: number): Network {
  const random = seeded(seed);
  const sectors = Math.max(6, Math.min(96, Math.round(Math.sqrt(n))));
  const tierOf = (i: number): number => Math.floor((i * 6) / n);
  const size = Array.from({ length: n }, () => (1 - random()) ** -0.8);
  const sector = Array.from(
    { length: n },
    (_, i) => tierOf(i) * Math.ceil(sectors / 6) + Math.floor(random() * Math.ceil(sectors / 6)),
  );
  const essential = Array.from({ length: 6 * Math.ceil(sectors / 6) }, () => random() < 0.7);
  const inTier = Array.from({ length: 6 }, (_, tier) =>
    Array.from({ length: n }, (_, i) => i)
      .filter((i) => tierOf(i) === tier)
      .sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0)),
  );
  const pick = (all: readonly number[]): number => all[Math.floor(random() ** 3 * all.length)] ?? 0;
  const links: SupplyLink[] = [];
  while (links.length < m) {
    const from = pick(inTier[Math.floor(random() * 6)] ?? []);
    const turn = random();
    const tier = turn < 0.05 ? tierOf(from) - 1 : turn < 0.19 ? tierOf(from) : tierOf(from) + 1;
    const to = pick(inTier[tier] ?? []);
    if (from === to || tier < 0 || tier > 5) continue;
    links.push({
      id: `${links.length}`,
      from: `f${from}`,
      to: `f${to}`,
      importance: essential[sector[from] ?? 0] ? 'essential' : 'linear',
      volume: exactly((size[from] ?? 1) * (0.2 + random())),
    });
  }
  const nodes = Array.from({ length: n }, (_, i) => ({
    id: `f${i}`,
    sector: `s${sector[i]}`,
    outsideRevenue: ZERO,
    outsidePurchases: ZERO,
  }));
  return { nodes, links };
}
