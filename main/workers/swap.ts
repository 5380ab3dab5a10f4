import { parentPort, workerData } from 'node:worker_threads';
import type { VersionView } from '#shared/ipc/common.ts';
import type { Day } from '#shared/model/dates.ts';
import type { Swap } from '#shared/neutrality/countries.ts';
import { swapDrifts } from '#shared/neutrality/swap.ts';

/** What the thread is asked: to make the assessment again with each of these countries in the place of another. */
export type SwapTask = {
  readonly views: readonly VersionView[];
  readonly day: Day;
  readonly swaps: readonly Swap[];
};

const { views, day, swaps } = workerData as SwapTask;
parentPort?.postMessage({
  done: swapDrifts(views, day, swaps, (done) => parentPort?.postMessage({ progress: done })),
});
