import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBounds } from '#shared/cascade/bounds.ts';
import { compile } from '#shared/cascade/compile.ts';
import { createCascade } from '#shared/cascade/engine.ts';
import { highestMean, lowestMean, shareBounds, type Weighted } from '#shared/cascade/mean.ts';
import { between, exactly, type Network, UNKNOWN } from '#shared/cascade/network.ts';
import { planOf } from '#shared/cascade/plan.ts';
import { CHIPS, drawn, exactNetworks, nodeNames, rangedNetworks } from './worlds.ts';

const weights = fc.array(
  fc.record({
    value: fc.double({ min: 0, max: 1, noNaN: true }),
    min: fc.double({ min: 0, max: 3, noNaN: true }),
    more: fc.double({ min: 0.001, max: 3, noNaN: true }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('a mean under ranges of weights', () => {
  it('has its extremes on corners of the box, and finds them', () => {
    fc.assert(
      fc.property(weights, (all) => {
        const items: Weighted[] = all.map(({ value, min, more }) => ({ value, min, max: min + more }));
        let [least, most] = [Number.POSITIVE_INFINITY, 0];
        for (let corner = 0; corner < 2 ** items.length; corner++) {
          const picked = items.map(({ min, max }, i) => ((corner >> i) & 1 ? max : min));
          const sum = picked.reduce((a, b) => a + b, 0);
          if (sum === 0) continue;
          const mean = picked.reduce((a, w, i) => a + w * (items[i]?.value ?? 0), 0) / sum;
          least = Math.min(least, mean);
          most = Math.max(most, mean);
        }
        expect(highestMean(items)).toBeCloseTo(most, 12);
        expect(lowestMean(items)).toBeCloseTo(least, 12);
      }),
    );
  });

  it('takes a weight without limit in the limit', () => {
    const items = [
      { value: 0.2, min: 1, max: 2 },
      { value: 0.7, min: 0, max: Number.POSITIVE_INFINITY },
    ];
    expect([lowestMean(items), highestMean(items)]).toEqual([0.2, 0.7]);
    expect(highestMean([{ value: 0.4, min: 0, max: Number.POSITIVE_INFINITY }])).toBe(0.4);
    expect(lowestMean([{ value: 0.4, min: 0, max: Number.POSITIVE_INFINITY }])).toBe(0.4);
    expect(highestMean([])).toBe(0);
  });

  it('leaves to nobody what shares of a whole leave open, and says when they are more than a whole', () => {
    const items = [
      { value: 1, min: 0.6, max: 0.8 },
      { value: 0, min: 0.1, max: 0.4 },
    ];
    expect(shareBounds(items)).toEqual({ min: 0.6, max: 0.8 });
    expect(
      shareBounds([
        { value: 1, min: 0.6, max: 1 },
        { value: 1, min: 0.6, max: 1 },
      ]),
    ).toBeUndefined();
  });
});

describe('the cascade with ranges', () => {
  it('is the exact cascade where everything is exact', () => {
    fc.assert(
      fc.property(exactNetworks, nodeNames, (network, failing) => {
        const compiled = compile(network);
        const plan = planOf(compiled);
        if (!plan) throw new Error('an exact network');
        const node = compiled.index.get(failing) as number;
        const bounds = createBounds(compiled, 1e-12)([{ node, capacity: exactly(0) }]);
        const run = createCascade(plan, 1e-12)([{ place: plan.place[node] as number, capacity: 0 }]);
        expect(bounds.loss.min).toBeCloseTo(run.loss, 5);
        expect(bounds.loss.max).toBeCloseTo(run.loss, 5);
        expect(bounds.downLoss.max).toBeCloseTo(run.downLoss, 5);
        expect(bounds.upLoss.max).toBeCloseTo(run.upLoss, 5);
      }),
      { numRuns: 300 },
    );
  });

  it('holds every network that the ranges stand for, at every node', () => {
    fc.assert(
      fc.property(
        rangedNetworks,
        nodeNames,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 50, maxLength: 50 }),
        fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
        (network, failing, draws, kinds) => {
          const compiled = compile(network);
          const node = compiled.index.get(failing) as number;
          const bounds = createBounds(compiled, 1e-12)([{ node, capacity: between(0, 0.3) }]);
          let next = 0;
          let kind = 0;
          const one = drawn(
            network,
            () => draws[next++ % draws.length] as number,
            () => (kinds[kind++ % kinds.length] ? 'essential' : 'linear'),
          );
          const plan = planOf(compile(one));
          if (!plan) throw new Error('a drawn network is exact');
          const capacity = 0.3 * (draws[next++ % draws.length] as number);
          const run = createCascade(plan, 1e-12)([{ place: plan.place[node] as number, capacity }]);
          const slack = 1e-5;
          network.nodes.forEach((_, i) => {
            const place = plan.place[i] as number;
            expect(run.down[place]).toBeGreaterThanOrEqual((bounds.down[i]?.min ?? 0) - slack);
            expect(run.down[place]).toBeLessThanOrEqual((bounds.down[i]?.max ?? 0) + slack);
            expect(run.up[place]).toBeGreaterThanOrEqual((bounds.up[i]?.min ?? 0) - slack);
            expect(run.up[place]).toBeLessThanOrEqual((bounds.up[i]?.max ?? 0) + slack);
          });
          expect(run.loss).toBeGreaterThanOrEqual(bounds.loss.min - slack);
          expect(run.loss).toBeLessThanOrEqual(bounds.loss.max + slack);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('knows from the drawing alone that an only source stops its customer, whatever the volumes', () => {
    const drawing: Network = {
      nodes: CHIPS.nodes.map(({ id, sector }) => ({ id, sector })),
      links: CHIPS.links.map((link) => ({ ...link, volume: UNKNOWN })),
    };
    const compiled = compile(drawing);
    const failing = (id: string) =>
      createBounds(compiled)([{ node: compiled.index.get(id) as number, capacity: exactly(0) }]);
    const at = (id: string): number => compiled.index.get(id) as number;
    expect(failing('R').down[at('assembler')]).toEqual({ min: 1, max: 1 });
    expect(failing('A').down[at('assembler')]).toEqual({ min: 0, max: 1 });
    expect(failing('A').down[at('R')]).toEqual({ min: 0, max: 0 });
    expect(failing('retailer').up[at('assembler')]).toEqual({ min: 0, max: 1 });
  });
});
