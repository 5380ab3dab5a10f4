import { parentPort, workerData } from 'node:worker_threads';
import { type SlotTask, workOnSlots } from '../graph/slots.ts';

/** A thread takes slots of the shared task until none is left; its answer is in the shared memory. */
const task: SlotTask = workerData;
workOnSlots(task, (progress) => parentPort?.postMessage({ progress }));
parentPort?.postMessage({ done: true });
