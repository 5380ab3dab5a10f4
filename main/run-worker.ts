import { Worker } from 'node:worker_threads';
import { type CommitGate, mayCancel } from './commit-gate.ts';
import { workerUrl } from './workers.ts';

export type WorkerMessage<T, P = number> = { readonly progress: P } | { readonly done: T };

/**
 * Runs one task on a thread of its own, which ends with it: the window stays free and key residue goes with the thread.
 * Aborting ends the thread at once, unless it has gone through `gate` to commit: then its answer is waited for.
 * @throws what the thread threw, and an AbortError after `signal`.
 */
export async function runWorker<T, P = number>(
  name: string,
  task: unknown,
  options: {
    signal?: AbortSignal | undefined;
    onProgress?: ((progress: P) => void) | undefined;
    /** Most memory of the thread for its own values; what needs more ends it. */
    maxMegabytes?: number;
    gate?: CommitGate;
  } = {},
): Promise<T> {
  const { signal, onProgress, maxMegabytes, gate } = options;
  signal?.throwIfAborted();
  const limits =
    maxMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } };
  const worker = new Worker(workerUrl(name), { workerData: task, ...limits });
  const abort = (): void => {
    if (gate === undefined || mayCancel(gate)) void worker.terminate();
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage<T, P>) => {
        if ('done' in message) resolve(message.done);
        else onProgress?.(message.progress);
      });
      worker.once('error', reject);
      worker.once('exit', () =>
        reject(signal?.aborted ? signal.reason : new Error(`thread ${name} ended early`)),
      );
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
