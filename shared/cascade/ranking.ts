import { createBounds } from './bounds.ts';
import { type Compiled, compile } from './compile.ts';
import { createCascade, STOP } from './engine.ts';
import { type Direction, exactly, type Network, type Range } from './network.ts';
import type { Plan } from './plan.ts';

/** What is lost when one node alone fails: of all output, by both legs together and by each. */
export type Failure = {
  readonly loss: number;
  readonly down: number;
  readonly up: number;
  readonly settled: boolean;
};

/** How a node fails and how the loss is followed. */
export type FailureOptions = {
  readonly direction?: Direction;
  readonly stop?: number;
  /** What capacity is left of it; by default none. */
  readonly capacity?: number;
};

/** Lets one place of a plan fail after another. */
export function createFailures(
  plan: Plan,
  { direction = 'both', stop = STOP, capacity = 0 }: FailureOptions = {},
) {
  const run = createCascade(plan, stop);
  return (place: number): Failure => {
    const { loss, downLoss, upLoss, settled } = run([{ place, capacity }], direction);
    return { loss, down: downLoss, up: upLoss, settled };
  };
}

/** The same under ranges. */
export type RangedFailure = {
  readonly loss: Range;
  readonly down: Range;
  readonly up: Range;
  readonly settled: boolean;
};

/** Lets one node after another fail in a network with ranges; see `createBounds`. */
export function createRangedFailures(
  network: Network | Compiled,
  { direction = 'both', stop = STOP, capacity = 0 }: FailureOptions = {},
) {
  const run = createBounds('n' in network ? network : compile(network), stop);
  return (node: number): RangedFailure => {
    const { loss, downLoss, upLoss, settled } = run([{ node, capacity: exactly(capacity) }], direction);
    return { loss, down: downLoss, up: upLoss, settled };
  };
}
