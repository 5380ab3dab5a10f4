import { availableParallelism } from 'node:os';
import { alikeFirst } from '#shared/graph/alike.ts';
import { type Csr, gather } from '#shared/graph/csr.ts';
import { nearOrder, relabelled } from '#shared/graph/relabel.ts';
import { runWorker } from '../run-worker.ts';
import { type SlotTask, workOnSlots } from './slots.ts';

export type BetweennessOptions = {
  /** By link: whole lengths (`wholeLengths`); without them every link counts as one step. */
  readonly lengths?: Float64Array | undefined;
  /** Threads beside this one; 0 works here, and holds up whatever else this thread does. */
  readonly threads?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((part: number) => void) | undefined;
};

/** At most so many slots, and so many numbers in all of them; of the graph alone, so that sums are the same anywhere. */
const SLOTS = 32;
const SLOT_NUMBERS = 16_000_000;
/** Below so many steps a thread takes longer to start than the work takes. */
const SMALL = 2_000_000;

const share = <T extends Int32Array | Float64Array>(array: T): T => {
  const Kind = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const shared = new Kind(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
};

/**
 * The dependencies that `sources` have on every node, summed (`createBrandes`; `scaled` makes betweenness of them), on
 * as many threads as there are processors, with the WebAssembly kernel where it runs. The sums are the same to the last
 * bit however many threads there are. Nodes are numbered anew on the way, neighbours together; the answer is in the
 * numbers that were given.
 * @throws an AbortError after `signal`.
 */
export async function dependencies(
  rows: Csr,
  sources: Int32Array,
  options: BetweennessOptions = {},
): Promise<Float64Array> {
  const { lengths, signal, onProgress } = options;
  signal?.throwIfAborted();
  const order = nearOrder(rows);
  const number = new Int32Array(rows.n);
  for (let k = 0; k < rows.n; k++) number[order[k] as number] = k;
  const near = relabelled(rows, order);
  const slots = Math.max(1, Math.min(SLOTS, sources.length, Math.floor(SLOT_NUMBERS / Math.max(rows.n, 1))));
  const task: SlotTask = {
    rows: { n: near.n, off: share(near.off), adj: share(near.adj), link: new Int32Array(0) },
    ...(lengths === undefined ? {} : { lengths: share(gather(near, lengths)) }),
    sources: share(alikeFirst(near, sources.map((source) => number[source] as number).sort())),
    slots,
    sums: new Float64Array(new SharedArrayBuffer(8 * slots * rows.n)),
    counter: new Int32Array(new SharedArrayBuffer(8)),
  };
  const report = (done: number): void => onProgress?.(done / sources.length);
  const small = sources.length * (rows.n + rows.adj.length) < SMALL;
  const threads = Math.min(options.threads ?? (small ? 0 : availableParallelism()), slots);
  if (threads === 0) workOnSlots(task, report);
  else
    await Promise.all(
      Array.from({ length: threads }, () =>
        runWorker<true>('betweenness', task, { signal, onProgress: report }),
      ),
    );
  const sums = new Float64Array(rows.n);
  for (let slot = 0; slot < slots; slot++)
    for (let k = 0; k < rows.n; k++) {
      const node = order[k] as number;
      sums[node] = (sums[node] as number) + (task.sums[slot * rows.n + k] as number);
    }
  return sums;
}
