import type { Worker } from 'node:worker_threads';
import { cpu } from '../measure.ts';

/**
 * Processor seconds of all threads, seconds by the clock, most memory of the process and of all JavaScript heaps (MB), and
 * the longest that this thread, on which the window's calls are answered, stood still (seconds).
 */
export type Figures = {
  readonly seconds: number;
  readonly clock: number;
  readonly rss: number;
  readonly heap: number;
  readonly still: number;
};

const EVERY_MS = 25;
const MEGABYTE = 1024 ** 2;

/** Threads that run now: the product starts them out of our sight. */
const threads = new Set<Worker>();
process.on('worker', (worker) => {
  threads.add(worker);
  worker.once('exit', () => threads.delete(worker));
});

/** A thread in the middle of a transaction answers too: V8 interrupts it. One that ends meanwhile does not. */
const heapOf = async (worker: Worker): Promise<number> => {
  try {
    return (await worker.getHeapStatistics()).used_heap_size;
  } catch {
    return 0;
  }
};

/**
 * Does a work and measures it. The memory is looked at many times a second, and whenever the work calls `look`: work on
 * this thread must, since it keeps the timer waiting.
 */
export async function metered<T>(
  work: (look: () => void) => Promise<T>,
): Promise<{ readonly figures: Figures; readonly value: T }> {
  globalThis.gc?.();
  let rss = 0;
  let heap = 0;
  const look = (): void => {
    rss = Math.max(rss, process.memoryUsage.rss());
    const own = process.memoryUsage().heapUsed;
    heap = Math.max(heap, own);
    void Promise.all([...threads].map(heapOf)).then((sizes) => {
      heap = Math.max(
        heap,
        sizes.reduce((sum, size) => sum + size, own),
      );
    });
  };
  look();
  const begin = { cpu: cpu(), clock: performance.now() };
  let [still, last] = [0, begin.clock];
  const timer = setInterval(() => {
    const at = performance.now();
    still = Math.max(still, (at - last) / 1000);
    last = at;
    look();
  }, EVERY_MS);
  try {
    const value = await work(look);
    const seconds = cpu() - begin.cpu;
    const clock = (performance.now() - begin.clock) / 1000;
    look();
    return { figures: { seconds, clock, rss: rss / MEGABYTE, heap: heap / MEGABYTE, still }, value };
  } finally {
    clearInterval(timer);
  }
}
