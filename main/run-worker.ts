import { Worker } from 'node:worker_threads';
import { workerUrl } from './workers.ts';

export type WorkerMessage<T> = { readonly progress: number } | { readonly done: T };

/**
 * Runs one task on a thread of its own, which ends with it: the window stays free and key residue goes with the thread.
 * Aborting ends the thread at once.
 * @throws what the thread threw, and an AbortError after `signal`.
 */
export async function runWorker<T>(
  name: string,
  task: unknown,
  options: { signal?: AbortSignal | undefined; onProgress?: ((done: number) => void) | undefined } = {},
): Promise<T> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  const worker = new Worker(workerUrl(name), { workerData: task });
  const abort = (): void => void worker.terminate();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage<T>) => {
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
