import os from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Compiled } from '#shared/cascade/compile.ts';
import { planOf } from '#shared/cascade/plan.ts';
import type { FailureOptions } from '#shared/cascade/ranking.ts';
import type { Loss } from '#shared/cascade/study.ts';
import { runWorker } from '../run-worker.ts';
import { batchesOf, type FailureTask, NUMBERS, openTask } from './failures.ts';

/** What the failure of one node costs; `best` is null where there is no single number. */
export type Ranked = {
  readonly node: number;
  readonly total: Loss;
  readonly down: Loss;
  readonly up: Loss;
  readonly settled: boolean;
};

type RankOptions = FailureOptions & {
  readonly threads?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((part: number) => void) | undefined;
};

/** Below this a thread costs more than it saves. */
const FEW = 300;

/**
 * Lets every node fail in turn, the costliest first; equals in the order of the network. Large networks are shared out
 * over threads, small ones are done here.
 * @throws what `signal` was aborted with.
 */
export async function rankAll(compiled: Compiled, options: RankOptions = {}): Promise<Ranked[]> {
  const { n, network, exact } = compiled;
  const { signal, onProgress, threads = os.availableParallelism() } = options;
  const asked: FailureOptions = {
    ...(options.direction ? { direction: options.direction } : {}),
    ...(options.stop === undefined ? {} : { stop: options.stop }),
    ...(options.capacity === undefined ? {} : { capacity: options.capacity }),
  };
  const plan = planOf(compiled);
  const point = plan && openTask({ plan }, n, asked);
  const ranged = exact ? undefined : openTask({ network }, n, asked);
  const tasks = [point, ranged].filter((task) => task !== undefined);
  for (const [at, task] of tasks.entries()) {
    const tell = (part: number): void => onProgress?.((at + part) / tasks.length);
    if (n < FEW || threads < 1) await here(task, signal, tell);
    else await apart(task, threads, signal, tell);
  }
  const read = (task: FailureTask | undefined, row: number, number: number): number | undefined =>
    task?.answer[row * NUMBERS + number];
  const ranked = Array.from({ length: n }, (_, node): Ranked => {
    const place = plan?.place[node] ?? 0;
    const loss = (first: number): Loss => {
      const best = read(point, place, first);
      return {
        min: read(ranged, node, first) ?? best ?? 0,
        max: read(ranged, node, first + 1) ?? best ?? 1,
        best: best ?? null,
      };
    };
    const settled = point?.settled[place] !== 0 && ranged?.settled[node] !== 0;
    return { node, total: loss(0), down: loss(2), up: loss(4), settled };
  });
  return ranked.sort(
    (a, b) => (b.total.best ?? b.total.max) - (a.total.best ?? a.total.max) || a.node - b.node,
  );
}

async function here(task: FailureTask, signal: AbortSignal | undefined, tell: (part: number) => void) {
  for (const part of batchesOf(task)) {
    tell(part);
    await setImmediate();
    signal?.throwIfAborted();
  }
}

/** Each thread takes the next batch that nobody has taken; when one fails the others are stopped. */
async function apart(
  task: FailureTask,
  threads: number,
  signal: AbortSignal | undefined,
  onProgress: (part: number) => void,
): Promise<void> {
  const failed = new AbortController();
  const either = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  const work = Array.from({ length: threads }, () =>
    runWorker<true>('cascade', task, { signal: either, onProgress }).catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  await Promise.all(work);
}
