import { parentPort, workerData } from 'node:worker_threads';
import { ifWrong } from '#shared/evidence/if-wrong.ts';
import type { LiveBody } from '#shared/freeze/evaluate.ts';
import type { Day } from '#shared/model/dates.ts';

/** What the thread is asked: to make the assessment again without each source in turn. */
export type EvidenceTask = { readonly live: readonly LiveBody[]; readonly day: Day };

const { live, day } = workerData as EvidenceTask;
parentPort?.postMessage({
  done: ifWrong(live, day, (done) => parentPort?.postMessage({ progress: done })),
});
