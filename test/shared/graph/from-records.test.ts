import { describe, expect, it } from 'vitest';
import { boundsOf, spanning } from '#shared/graph/amount.ts';
import { caseGraph } from '#shared/graph/from-records.ts';
import { inputsByNode } from '#shared/graph/inputs.ts';
import type { GraphEdge } from '#shared/graph/model.ts';
import { sampleId, sampleViews } from '../../support/sample-views.ts';
import { code, idOf, months, no, percent, SmallCase, text, weeks, yes } from './small-case.ts';

const DAY = '2026-11-20';
const only = (world: SmallCase): GraphEdge => {
  const [edge, ...rest] = caseGraph(world.views, DAY).edges;
  if (edge === undefined || rest.length > 0) throw new Error(`${rest.length + 1} edges`);
  return edge;
};
const pair = (): SmallCase => {
  const world = new SmallCase();
  world.thing('A');
  world.thing('B');
  return world;
};

describe('the graph of a case', () => {
  it('runs from what is needed to who needs it, whichever way the relation is told', () => {
    const world = pair();
    world.thing('P', 'process');
    world.link('supplies', 'A', 'B');
    world.link('dependsOn', 'P', 'A');
    world.link('operates', 'B', 'P');
    const ways = caseGraph(world.views, DAY).edges.map(({ kind, from, to, flow }) => [kind, from, to, flow]);
    expect(ways).toEqual(
      expect.arrayContaining([
        ['supply', idOf('A'), idOf('B'), true],
        ['depends', idOf('A'), idOf('P'), true],
        ['operates', idOf('B'), idOf('P'), true],
      ]),
    );
  });

  it('lets no loss travel over a contract, a shareholding or a supply that is not there', () => {
    const world = pair();
    world.thing('C');
    world.link('contracts', 'A', 'B');
    world.link('owns', 'A', 'C');
    world.link('supplies', 'B', 'C', { exists: no });
    expect(caseGraph(world.views, DAY).edges.map(({ flow }) => flow)).toEqual([false, false, false]);
  });

  it('makes a range of times about which two sources differ, in days', () => {
    const world = pair();
    world.link('supplies', 'A', 'B', { timeToReplace: [months(18, 24), months(9)] });
    const { timeToReplace, support } = only(world);
    expect(timeToReplace).toEqual({ kind: 'range', min: 9 * 30.4375, max: 24 * 30.4375 });
    expect(support.disputed).toEqual(['timeToReplace']);
  });

  it('keeps apart what nobody recorded, what is not known and what is kept from us', () => {
    const world = pair();
    world.link('supplies', 'A', 'B', {
      volumeShare: { kind: 'undisclosed' },
      stockCover: { kind: 'unknown', reason: 'niet gevraagd' },
    });
    const { share, stockCover, timeToReplace } = only(world);
    expect([share, stockCover, timeToReplace]).toEqual([
      { kind: 'unknown', why: 'undisclosed' },
      { kind: 'unknown', why: 'unknown' },
      { kind: 'unknown', why: 'notRecorded' },
    ]);
    expect(boundsOf(share, 0, 1)).toEqual([0, 1]);
  });

  it('leaves open what contradicting sources say of being essential, and what nobody says', () => {
    const world = pair();
    world.link('supplies', 'A', 'B', { essential: [yes, no], singleSource: yes });
    const { essential, singleSource, exists } = only(world);
    expect([essential, singleSource, exists]).toEqual(['unknown', 'yes', 'yes']);
  });

  it('is the graph of a day: what had ended or was said of another time is not in it', () => {
    const world = pair();
    world.thing('C');
    world.link('supplies', 'A', 'C', {}, { validTo: '2025' });
    const edge = world.link('supplies', 'A', 'B', { volumeShare: percent(40) });
    world.claim(edge, 'volumeShare', percent(80), { validTo: '2020-06' });
    expect(only(world).share).toEqual({ kind: 'exact', value: 0.4 });
    expect(caseGraph(world.views, '2025-12-31').edges).toHaveLength(2);
  });

  it('takes the last known figure of a year, for there is none of today', () => {
    const world = pair();
    for (const [year, euros] of [
      ['2024', 30],
      ['2025', 40],
    ] as const)
      world.claim(
        idOf('A'),
        'revenue',
        { kind: 'number', number: euros, unit: 'eur' },
        { validFrom: year, validTo: year },
      );
    expect(caseGraph(world.views, DAY).nodes[0]?.revenue).toEqual({ kind: 'exact', value: 40 });
  });

  it('is as strong as the weakest claim, and says what has no source', () => {
    const world = pair();
    const edge = world.link('supplies', 'A', 'B', { exists: yes });
    world.claim(edge, 'essential', yes, { reliability: 'D', credibility: '3', source: undefined });
    const { support } = only(world);
    expect(support).toMatchObject({
      grade: { reliability: 'D', credibility: '3' },
      unsourced: true,
      assumed: false,
    });
  });

  it('takes sources of one input for alternatives, and different inputs for all needed', () => {
    const world = pair();
    world.thing('C');
    world.thing('D');
    world.thing('W', 'product');
    const wafer = { kind: 'record', record: idOf('W') } as const;
    world.link('supplies', 'A', 'D', { suppliedProduct: wafer, essential: yes });
    world.link('supplies', 'B', 'D', { suppliedProduct: wafer });
    world.link('supplies', 'C', 'D', { suppliedProduct: text('Zuivere  gassen') });
    const inputs = inputsByNode(caseGraph(world.views, DAY)).get(idOf('D')) ?? [];
    const read = inputs.map(({ label, essential, stated, sources }) => [
      label,
      essential,
      stated,
      sources.map(({ from }) => from).sort(),
    ]);
    expect(read.sort()).toEqual([
      ['W', 'yes', true, [idOf('A'), idOf('B')]],
      ['Zuivere  gassen', 'unknown', true, [idOf('C')]],
    ]);
  });

  it('counts a source that must still be qualified as a substitute with its time, not as a source', () => {
    const world = pair();
    world.thing('C');
    world.link('supplies', 'A', 'C', { suppliedProduct: text('lak'), stockCover: weeks(2) });
    world.link('supplies', 'B', 'C', {
      suppliedProduct: text('Lak'),
      supplyState: code('candidate'),
      timeToQualify: months(12),
    });
    const edges = caseGraph(world.views, DAY).edges;
    const current = edges.find(({ from }) => from === idOf('A'));
    expect(edges.map(({ flow }) => flow).sort()).toEqual([false, true]);
    expect(current?.substitutes).toMatchObject([
      { name: 'B', record: idOf('B'), timeToQualify: { kind: 'exact', value: 365.25 } },
    ]);
  });

  it('does not depend on the order in which the versions come', () => {
    const views = sampleViews();
    expect(caseGraph([...views].reverse(), DAY).edges.map(({ record }) => record)).toEqual(
      caseGraph(views, DAY).edges.map(({ record }) => record),
    );
  });
});

describe('amounts', () => {
  it('span what is said: "unknown" beside a number adds nothing, an open end stays open', () => {
    const unknown = { kind: 'unknown', why: 'unknown' } as const;
    expect([
      spanning([unknown, { kind: 'exact', value: 3 }]),
      spanning([
        { kind: 'exact', value: 3 },
        { kind: 'range', min: 1, max: null },
      ]),
      spanning([unknown]),
      spanning([]),
    ]).toEqual([
      { kind: 'exact', value: 3 },
      { kind: 'range', min: 1, max: null },
      unknown,
      { kind: 'unknown', why: 'notRecorded' },
    ]);
  });
});

describe('the graph of the sample case', () => {
  const graph = caseGraph(sampleViews(), DAY);
  it('has the chain from the company to the vital processes', () => {
    expect(
      graph.nodes
        .filter(({ vital }) => vital)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(['Internettoegang en dataverkeer', 'Inzet Defensie', 'Massaal giraal betalingsverkeer']);
    const edge = graph.edges.find(
      ({ from, to }) => from === sampleId('co-lumenschip') && to === sampleId('co-optilink'),
    );
    expect(edge).toMatchObject({
      kind: 'supply',
      flow: true,
      essential: 'yes',
      singleSource: 'yes',
      share: { kind: 'exact', value: 1 },
      stockCover: { kind: 'exact', value: 77 },
      products: [{ record: sampleId('pd-ls800') }],
    });
  });
});
