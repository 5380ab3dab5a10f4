import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernelFailures, LANES } from '#main/kernels/cascade.ts';
import { compile } from '#shared/cascade/compile.ts';
import { DIRECTIONS, type Network } from '#shared/cascade/network.ts';
import { planOf } from '#shared/cascade/plan.ts';
import { createFailures } from '#shared/cascade/ranking.ts';
import { C6, CHIPS, ecosystem, exactNetworks } from '../../shared/cascade/worlds.ts';

function engines(network: Network, options: Parameters<typeof createFailures>[1] = {}) {
  const plan = planOf(compile(network));
  const kernel = plan && createKernelFailures(plan, options);
  if (!plan || !kernel) throw new Error('the kernel runs on every machine that builds it');
  return { plan, kernel, reference: createFailures(plan, options) };
}

describe('the kernel of the cascade', () => {
  it('gives the published answers (C5, C6)', () => {
    for (const [network, answers] of [
      [CHIPS, [1, 180 / 280, 75 / 280, 1, 1]],
      [C6, [0.75, 0.75, 0.25]],
    ] as const) {
      const { plan, kernel } = engines(network);
      const found = kernel(plan.place).map(({ loss }) => loss);
      for (const [at, answer] of answers.entries()) expect(found[at]).toBeCloseTo(answer, 9);
    }
  });

  it('agrees with the reference engine, whatever the network, the direction and what is left', () => {
    fc.assert(
      fc.property(
        exactNetworks,
        fc.constantFrom(...DIRECTIONS),
        fc.constantFrom(0, 0.4, 1),
        (network, direction, capacity) => {
          const { plan, kernel, reference } = engines(network, { direction, capacity, stop: 1e-12 });
          const places = Array.from({ length: plan.n }, (_, place) => place);
          kernel(places).forEach((failure, place) => {
            const expected = reference(place);
            for (const key of ['loss', 'down', 'up'] as const)
              expect(failure[key]).toBeCloseTo(expected[key], 6);
            expect(failure.settled).toBe(true);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('agrees on a large ecosystem, batch after batch, at the stop rule of every result', () => {
    const { kernel, reference } = engines(ecosystem(1200, 4800, 7));
    for (let first = 0; first < 80; first += LANES) {
      const places = Array.from({ length: LANES }, (_, lane) => first + lane);
      kernel(places).forEach((failure, lane) => {
        const expected = reference(places[lane] as number);
        expect(Math.abs(failure.loss - expected.loss)).toBeLessThan(1e-7);
        expect(Math.abs(failure.down - expected.down)).toBeLessThan(1e-7);
      });
    }
  });
});
