import type { Network } from '#shared/cascade/network.ts';
import type { Plan } from '#shared/cascade/plan.ts';
import { createFailures, createRangedFailures, type FailureOptions } from '#shared/cascade/ranking.ts';
import { createKernelFailures, LANES } from '../kernels/cascade.ts';

/** Numbers of one node in the answer: both legs together, down and up, each from least to most. */
export const NUMBERS = 6;

/**
 * Every node of a network fails in turn, shared between threads. `next` is the first batch that nobody has taken.
 * `answer` has `NUMBERS` for each node (each place, where there is a plan), `settled` a 1 where it came to rest.
 */
export type FailureTask = {
  readonly plan?: Plan;
  readonly network?: Network;
  readonly options: FailureOptions;
  readonly count: number;
  /** In which order they fail; one after another where it is not said. */
  readonly order?: Int32Array;
  readonly next: Int32Array;
  readonly answer: Float64Array;
  readonly settled: Uint8Array;
};

/**
 * Places by how many customers they have, most first: scenarios that reach equally far share a batch, so that none waits
 * for another, and the longest do not come last.
 */
export function byReach({ n, serveOff }: Plan): Int32Array {
  const customers = (place: number): number => (serveOff[place + 1] as number) - (serveOff[place] as number);
  return Int32Array.from({ length: n }, (_, place) => place).sort(
    (a, b) => customers(b) - customers(a) || a - b,
  );
}

/** An answer in memory that threads share. */
export function openTask(
  given: { readonly plan: Plan } | { readonly network: Network },
  count: number,
  options: FailureOptions,
): FailureTask {
  const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
  return {
    ...given,
    ...('plan' in given ? { order: byReach(given.plan) } : {}),
    options,
    count,
    next: new Int32Array(shared(4)),
    answer: new Float64Array(shared(8 * NUMBERS * count)),
    settled: new Uint8Array(shared(count)),
  };
}

/** Takes batches until none is left or `stopped` says so after one; `tell` gets the part of all that is taken. */
export function workOnFailures(task: FailureTask, tell: (part: number) => void): void {
  for (const part of batchesOf(task)) tell(part);
}

/** The same, batch by batch, for who wants to do other things in between. */
export function* batchesOf({
  plan,
  network,
  options,
  count,
  order,
  next,
  answer,
  settled,
}: FailureTask): Generator<number> {
  const write = (at: number, numbers: readonly number[], calm: boolean): void => {
    answer.set(numbers, at * NUMBERS);
    settled[at] = calm ? 1 : 0;
  };
  const exact = plan && exactFailures(plan, options);
  const ranged = network && createRangedFailures(network, options);
  for (let first = Atomics.add(next, 0, LANES); first < count; first = Atomics.add(next, 0, LANES)) {
    const some = Array.from(
      { length: Math.min(LANES, count - first) },
      (_, lane) => order?.[first + lane] ?? first + lane,
    );
    exact?.(some).forEach(({ loss, down, up, settled: calm }, lane) => {
      write(some[lane] as number, [loss, loss, down, down, up, up], calm);
    });
    for (const node of ranged ? some : []) {
      const { loss, down, up, settled: calm } = ranged?.(node) ?? NOTHING;
      write(node, [loss.min, loss.max, down.min, down.max, up.min, up.max], calm);
    }
    yield Math.min(1, (first + LANES) / count);
  }
}

const NONE = { min: 0, max: 0 };
const NOTHING = { loss: NONE, down: NONE, up: NONE, settled: true };

/** On the kernel, or in TypeScript where that does not run. */
function exactFailures(plan: Plan, options: FailureOptions) {
  const kernel = createKernelFailures(plan, options);
  if (kernel) return kernel;
  const one = createFailures(plan, options);
  return (places: readonly number[]) => places.map(one);
}
