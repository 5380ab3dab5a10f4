import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, exactly, type Network, SCOPE, UNKNOWN } from '#shared/cascade/network.ts';
import { createStudy } from '#shared/cascade/study.ts';
import { openPlaces, pinned, worthOf } from '#shared/cascade/unknowns.ts';
import { CHIPS, nodeNames, rangedNetworks } from './worlds.ts';

const closing = (node: string) => [{ node, capacity: exactly(0) }];
const STATIC = new Set([
  'volume',
  'share',
  'outputLoss',
  'importance',
  'outsideRevenue',
  'outsidePurchases',
] as const);

describe('the study of a disruption', () => {
  it('names its stop rule, its scope, the links it rests on and the input that rules each node', () => {
    const study = createStudy(CHIPS, { direction: 'down' })(closing('A'));
    expect(study).toMatchObject({ scope: SCOPE, stop: 1e-9, direction: 'down', settled: true });
    expect(study.total.best).toBeCloseTo(160 / 280, 12);
    expect(study.total.min).toBe(study.total.max);
    expect(study.rests).toEqual(['A>assembler', 'assembler>retailer']);
    expect(study.ruling).toEqual([
      { node: 'assembler', links: ['A>assembler'] },
      { node: 'retailer', links: ['assembler>retailer'] },
    ]);
    expect(createStudy(CHIPS)(closing('nobody')).total).toEqual({ min: 0, max: 0, best: 0 });
  });

  it('has no single number where one volume has only bounds, and one where it has an estimate', () => {
    const study = (volume: Network['links'][number]['volume']) =>
      createStudy({
        ...CHIPS,
        links: CHIPS.links.map((link) => (link.id === 'A>assembler' ? { ...link, volume } : link)),
      })(closing('A')).total;
    expect(study(between(40, 80)).best).toBeNull();
    const estimated = study(between(40, 80, 60));
    expect(estimated.best).toBeCloseTo(180 / 280, 12);
    expect(estimated.min).toBeLessThan(180 / 280);
    expect(estimated.max).toBeGreaterThan(180 / 280);
  });

  it('keeps the best estimate within the bounds', () => {
    fc.assert(
      fc.property(rangedNetworks, nodeNames, (network, failing) => {
        const { total, nodes } = createStudy(network, { stop: 1e-12 })(closing(failing));
        for (const { min, max, best } of [total, ...nodes.map(({ loss }) => loss)]) {
          if (best === null) continue;
          expect(best).toBeGreaterThanOrEqual(min - 1e-5);
          expect(best).toBeLessThanOrEqual(max + 1e-5);
        }
      }),
    );
  });
});

describe('what a missing fact is worth', () => {
  const open: Network = {
    ...CHIPS,
    links: CHIPS.links.map((link) => {
      if (link.id === 'A>assembler') return { ...link, volume: between(10, 90) };
      if (link.id === 'B>assembler') return { ...link, volume: between(29, 31) };
      return link.id === 'R>B' ? { ...link, volume: UNKNOWN } : link;
    }),
  };
  const lossOfAssembler = (network: Network) => {
    const study = createStudy(network, { direction: 'down' })(closing('A'));
    return study.nodes.find(({ node }) => node === 'assembler')?.down ?? { min: 0, max: 1 };
  };

  it('is how far the result moves between its two ends, the largest first, and nothing when it does not matter', () => {
    const found = worthOf(open, STATIC, lossOfAssembler);
    expect(found.map(({ kind, id, fact }) => [kind, id, fact])).toEqual([
      ['link', 'A>assembler', 'volume'],
      ['link', 'B>assembler', 'volume'],
    ]);
    const [first] = found;
    expect(first?.low.max).toBeLessThan(first?.high.min ?? 0);
  });

  it('never makes a result less certain when it becomes known', () => {
    fc.assert(
      fc.property(rangedNetworks, nodeNames, (network, failing) => {
        const before = createStudy(network, { stop: 1e-12 })(closing(failing)).total;
        const [place] = openPlaces(network, STATIC);
        if (place === undefined) return;
        for (const end of ['min', 'max'] as const) {
          const after = createStudy(pinned(network, place, end), { stop: 1e-12 })(closing(failing)).total;
          expect(after.min).toBeGreaterThanOrEqual(before.min - 1e-5);
          expect(after.max).toBeLessThanOrEqual(before.max + 1e-5);
        }
      }),
    );
  });
});
