import { parentPort, workerData } from 'node:worker_threads';
import { criticality } from '#shared/graph/criticality.ts';
import type { Supplies } from '#shared/graph/supply/net.ts';

/** What the thread is asked: on whom these targets depend, with cut sets of at most so many nodes. */
export type CriticalityTask = {
  readonly supplies: Supplies;
  readonly targets: readonly number[];
  readonly size: number;
};

const { supplies, targets, size }: CriticalityTask = workerData;
let told = 0;
const done = criticality(supplies, targets, {
  size,
  progress(part) {
    if (part - told < 0.01) return;
    told = part;
    parentPort?.postMessage({ progress: part });
  },
});
parentPort?.postMessage({ done });
