import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chain, compileChain } from '#shared/chain/compile.ts';
import { fallsWithout, gapsOf } from '#shared/chain/gaps.ts';
import { hitsOf, impactOf } from '#shared/chain/impact.ts';
import { singlePoints } from '#shared/chain/points.ts';
import { stopsFrom } from '#shared/chain/stop.ts';
import { caseGraph } from '#shared/graph/from-records.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { code, idOf, months, no, percent, SmallCase, text, weeks, yes } from '../graph/small-case.ts';

const chainOf = (world: SmallCase): Chain => compileChain(caseGraph(world.views, '2026-11-20'));
const at = (chain: Chain, name: string): number => chain.index.get(idOf(name)) as number;
const nameOf = (chain: Chain, record: RecordId): string =>
  chain.nodes.find((node) => node.record === record)?.label ?? record;

/** Who is hit when these stop: name, verdict, weeks between the worst and the best reading. */
const hits = (chain: Chain, ...stopped: string[]) => {
  const nodes = stopped.map((name) => at(chain, name));
  return hitsOf(chain, impactOf(chain, nodes), nodes).map(({ node, verdict, from, to }) => [
    nameOf(chain, node),
    verdict,
    from / 7,
    to === null ? null : to / 7,
  ]);
};

/** A supply of which all is known: the customer cannot do without, and another source takes a year. */
const KNOWN = { essential: yes, singleSource: yes, timeToReplace: months(12), stockCover: weeks(4) };
const world = (...names: string[]): SmallCase => {
  const made = new SmallCase();
  for (const name of names) made.thing(name);
  return made;
};

describe('a stop', () => {
  it('reaches the customer of a single source when the stock ends', () => {
    const case_ = world('A', 'B');
    case_.link('supplies', 'A', 'B', KNOWN);
    expect(hits(chainOf(case_), 'A')).toEqual([['B', 'certain', 4, 4]]);
  });

  it('adds the stocks along a chain, and the time until a process is felt to fail', () => {
    const case_ = world('A', 'B');
    case_.thing('P', 'process');
    case_.link('supplies', 'A', 'B', KNOWN);
    case_.link('dependsOn', 'P', 'B', {
      timeToReplace: months(24),
      timeToImpact: { kind: 'range', min: 7, max: 21, unit: 'days' },
    });
    expect(hits(chainOf(case_), 'A')).toEqual([
      ['B', 'certain', 4, 4],
      ['P', 'certain', 5, 7],
    ]);
  });

  it('is not felt when another source is in place before the stock ends', () => {
    const case_ = world('A', 'B');
    case_.link('supplies', 'A', 'B', { ...KNOWN, timeToReplace: weeks(3) });
    expect(hits(chainOf(case_), 'A')).toEqual([]);
  });

  it('waits for the last of the sources of one input: they are alternatives', () => {
    const case_ = world('R', 'A', 'B', 'C');
    for (const [from, stock] of [
      ['A', 2],
      ['B', 6],
    ] as const) {
      case_.link('supplies', 'R', from, { ...KNOWN, stockCover: weeks(stock) });
      case_.link('supplies', from, 'C', {
        ...KNOWN,
        singleSource: no,
        volumeShare: percent(50),
        suppliedProduct: text('lak'),
      });
    }
    const chain = chainOf(case_);
    expect(hits(chain, 'A')).toEqual([]);
    expect(hits(chain, 'A', 'B')).toEqual([['C', 'certain', 4, 4]]);
    expect(hits(chain, 'R')).toEqual([
      ['A', 'certain', 2, 2],
      ['B', 'certain', 6, 6],
      ['C', 'certain', 10, 10],
    ]);
  });

  it('takes one of two inputs that are both needed', () => {
    const case_ = world('A', 'B', 'C');
    case_.link('supplies', 'A', 'C', { ...KNOWN, suppliedProduct: text('lak') });
    case_.link('supplies', 'B', 'C', { ...KNOWN, suppliedProduct: text('glas') });
    expect(hits(chainOf(case_), 'A')).toEqual([['C', 'certain', 4, 4]]);
  });

  it('leaves alone who can do without, and is possible where nobody says whether they can', () => {
    const case_ = world('A', 'B', 'C');
    case_.link('supplies', 'A', 'B', { ...KNOWN, essential: no });
    case_.link('supplies', 'A', 'C', { ...KNOWN, essential: { kind: 'unknown' } });
    expect(hits(chainOf(case_), 'A')).toEqual([['C', 'possible', 4, null]]);
  });

  it('hits for certain when the others together are known to cover too little', () => {
    const case_ = world('A', 'B', 'C');
    const half = { ...KNOWN, singleSource: no, volumeShare: percent(50), suppliedProduct: text('lak') };
    case_.link('supplies', 'A', 'C', half);
    case_.link('supplies', 'B', 'C', { ...half, canCover: percent(80) });
    const chain = chainOf(case_);
    // Without A, B covers 80 per cent at most; of A nothing is recorded, so that it counts as enough.
    expect([hits(chain, 'A'), hits(chain, 'B')]).toEqual([[['C', 'certain', 4, 4]], []]);
  });

  it('is only possible where part of the need comes from sources that are not mapped', () => {
    const case_ = world('A', 'B');
    case_.link('supplies', 'A', 'B', { ...KNOWN, singleSource: no, volumeShare: percent(65) });
    expect(hits(chainOf(case_), 'A')).toEqual([['B', 'possible', 4, null]]);
  });

  it('hits for certain all the same when a source says what its loss costs', () => {
    const case_ = world('A', 'B', 'C');
    const part = { ...KNOWN, singleSource: no, volumeShare: percent(65) };
    const range = { kind: 'range', min: 50, max: 65, unit: 'percent' } as const;
    case_.link('supplies', 'A', 'B', { ...part, outputLoss: range });
    case_.link('supplies', 'A', 'C', { ...part, outputLoss: percent(0) });
    expect(hits(chainOf(case_), 'A')).toEqual([['B', 'certain', 4, 4]]);
  });

  it('gives the earliest and the latest day under ranges', () => {
    const case_ = world('A', 'B');
    const range = { kind: 'range', min: 6, max: 9, unit: 'weeks' } as const;
    case_.link('supplies', 'A', 'B', { ...KNOWN, stockCover: range });
    expect(hits(chainOf(case_), 'A')).toEqual([['B', 'certain', 6, 9]]);
  });

  it('comes to an end in a circle', () => {
    const case_ = world('A', 'B', 'C');
    case_.link('supplies', 'A', 'B', KNOWN);
    case_.link('supplies', 'B', 'C', KNOWN);
    case_.link('supplies', 'C', 'A', KNOWN);
    expect(hits(chainOf(case_), 'A')).toEqual([
      ['B', 'certain', 4, 4],
      ['C', 'certain', 8, 8],
    ]);
  });

  it('cannot be stored where it is no goods: a service that stops is felt at once', () => {
    const case_ = world('A', 'B');
    const { stockCover: _, ...rest } = KNOWN;
    case_.link('supplies', 'A', 'B', { ...rest, flowNature: code('infrastructure') });
    expect(hits(chainOf(case_), 'A')).toEqual([['B', 'certain', 0, 0]]);
  });
});

describe('what would change a result', () => {
  it('is the facts that nobody recorded, on the relation where they are missing', () => {
    const case_ = world('A', 'B', 'C');
    case_.link('supplies', 'A', 'B', KNOWN);
    case_.link('supplies', 'B', 'C', { essential: yes, volumeShare: percent(60) });
    const chain = chainOf(case_);
    const gaps = gapsOf(chain, impactOf(chain, [at(chain, 'A')]), at(chain, 'C'));
    expect(gaps).toEqual(
      ['otherSources', 'timeToReplace', 'stockCover'].map((kind) => ({ relation: idOf('B>C'), kind })),
    );
  });

  it('is every relation of a single chain, and none of two chains that each suffice', () => {
    const case_ = world('A', 'B', 'C', 'D');
    case_.link('supplies', 'A', 'B', KNOWN);
    case_.link('supplies', 'A', 'C', KNOWN);
    case_.link('supplies', 'B', 'D', { ...KNOWN, suppliedProduct: text('lak') });
    case_.link('supplies', 'C', 'D', { ...KNOWN, suppliedProduct: text('glas') });
    const chain = chainOf(case_);
    expect(fallsWithout(chain, [at(chain, 'A')], at(chain, 'D'))).toEqual([]);
    expect(fallsWithout(chain, [at(chain, 'A')], at(chain, 'B'))).toEqual([idOf('A>B')]);
  });
});

describe('stopping every node in turn', () => {
  it('finds the one root of two alternatives, which counting lines misses', () => {
    const case_ = world('R', 'A', 'B', 'C', 'X', 'Y', 'Z');
    case_.thing('P', 'process');
    for (const from of ['A', 'B']) {
      case_.link('supplies', 'R', from, KNOWN);
      case_.link('supplies', from, 'C', { ...KNOWN, singleSource: no, suppliedProduct: text('lak') });
    }
    for (const other of ['X', 'Y', 'Z']) case_.link('supplies', 'C', other, { essential: no });
    case_.link('dependsOn', 'P', 'C', { timeToReplace: months(24) });
    const chain = chainOf(case_);
    const { points, shared } = singlePoints(chain, [at(chain, 'P')]);
    expect(
      points.map(({ node, verdict, direct, degreeRank }) => [node, verdict, direct, degreeRank]),
    ).toEqual([
      [idOf('C'), 'certain', true, 1],
      [idOf('R'), 'possible', false, 2],
    ]);
    expect(shared).toMatchObject([
      {
        customer: idOf('C'),
        input: 'lak',
        sources: [idOf('A'), idOf('B')],
        root: idOf('R'),
        verdict: 'certain',
      },
    ]);
  });
});

describe('in any network', () => {
  const value = <T>(values: readonly T[]) => fc.constantFrom(...values);
  const links = fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 6 }),
      to: fc.integer({ min: 0, max: 6 }),
      product: value(['a', 'b', undefined]),
      essential: value([yes, no, undefined]),
      single: value([yes, no, undefined]),
      share: value([30, 60, 100, undefined]),
      stock: value([0, 4, 9, undefined]),
      replace: value([1, 6, undefined]),
      cover: value([20, 100, undefined]),
      loss: value([0, 40, undefined]),
    }),
    { maxLength: 18 },
  );
  const build = (drawn: Parameters<Parameters<typeof links.map>[0]>[0]): Chain => {
    const case_ = world('0', '1', '2', '3', '4', '5', '6');
    const seen = new Set<string>();
    for (const { from, to, product, essential, single, share, stock, replace, cover, loss } of drawn) {
      if (from === to || seen.has(`${from} ${to}`)) continue;
      seen.add(`${from} ${to}`);
      case_.link('supplies', `${from}`, `${to}`, {
        ...(product === undefined ? {} : { suppliedProduct: text(product) }),
        ...(essential === undefined ? {} : { essential }),
        ...(single === undefined ? {} : { singleSource: single }),
        ...(share === undefined ? {} : { volumeShare: percent(share) }),
        ...(stock === undefined ? {} : { stockCover: weeks(stock) }),
        ...(replace === undefined ? {} : { timeToReplace: months(replace) }),
        ...(cover === undefined ? {} : { canCover: percent(cover) }),
        ...(loss === undefined ? {} : { outputLoss: percent(loss) }),
      });
    }
    return chainOf(case_);
  };

  it('the worst reading is never later than the best', () => {
    fc.assert(
      fc.property(links, (drawn) => {
        const chain = build(drawn);
        const worst = stopsFrom(chain, [0], 'worst').day;
        const best = stopsFrom(chain, [0], 'best').day;
        expect(worst.every((day, node) => day <= (best[node] as number))).toBe(true);
      }),
    );
  });

  it('more that stops never means that fewer are hit, or later', () => {
    fc.assert(
      fc.property(links, (drawn) => {
        const chain = build(drawn);
        for (const reading of ['worst', 'best'] as const) {
          const one = stopsFrom(chain, [0], reading).day;
          const two = stopsFrom(chain, [0, 1], reading).day;
          expect(two.every((day, node) => day <= (one[node] as number))).toBe(true);
        }
      }),
    );
  });

  it('every hit has a proof that leads from what stopped to whom it hits', () => {
    fc.assert(
      fc.property(links, (drawn) => {
        const chain = build(drawn);
        const edges = new Map(chain.edges.map((edge) => [edge.record, edge]));
        for (const { node, proof } of hitsOf(chain, impactOf(chain, [0]), [0])) {
          const ends = new Set(proof.map((record) => edges.get(record)?.to));
          expect(ends.has(node)).toBe(true);
          const reached = new Set<RecordId | undefined>([chain.nodes[0]?.record]);
          for (const record of proof)
            if (reached.has(edges.get(record)?.from)) reached.add(edges.get(record)?.to);
          expect(reached.has(node)).toBe(true);
        }
      }),
    );
  });
});
