import { parentPort, workerData } from 'node:worker_threads';
import { type FailureTask, workOnFailures } from '../cascade/failures.ts';

/** A thread takes batches of failures until none is left; its answers are in the shared memory. */
const task: FailureTask = workerData;
workOnFailures(task, (progress) => parentPort?.postMessage({ progress }));
parentPort?.postMessage({ done: true });
