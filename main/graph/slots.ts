import { createBrandes } from '#shared/graph/betweenness.ts';
import { createWeightedBrandes } from '#shared/graph/betweenness-weighted.ts';
import type { Csr } from '#shared/graph/csr.ts';
import { createKernelBrandes, LANES } from '../kernels/betweenness.ts';

/**
 * One computation that several threads share: all arrays lie in shared memory. The sources are split into slots; a
 * thread takes the next slot that nobody has, adds its sources up and leaves the sums in `sums[slot * n]` onward. A slot
 * has the same sources and the same place whoever takes it, so that the total does not depend on how many threads
 * there are or who was faster.
 */
export type SlotTask = {
  readonly rows: Csr;
  /** By place in the rows; without them every link counts as one step. */
  readonly lengths?: Float64Array;
  readonly sources: Int32Array;
  readonly slots: number;
  readonly sums: Float64Array;
  /** The next slot to take, and how many sources are done. */
  readonly counter: Int32Array;
};

const NEXT = 0;
const DONE = 1;
/** Sources between two reports; a multiple of the lanes of the kernel. */
const PIECE = 64;

/** Works on slots until none is left; `report` hears how many sources all threads have done. */
export function workOnSlots(task: SlotTask, report: (done: number) => void): void {
  const { rows, lengths, sources, slots, sums, counter } = task;
  const engine =
    lengths === undefined
      ? (createKernelBrandes(rows) ?? createBrandes(rows))
      : createWeightedBrandes(rows, lengths);
  // At a whole number of the kernel's lanes, so that no batch but the last has empty ones.
  const edge = (slot: number): number =>
    Math.min(LANES * Math.floor((slot * Math.ceil(sources.length / LANES)) / slots), sources.length);
  for (let slot = Atomics.add(counter, NEXT, 1); slot < slots; slot = Atomics.add(counter, NEXT, 1)) {
    const first = edge(slot);
    const end = edge(slot + 1);
    for (let at = first; at < end; at += PIECE) {
      const some = sources.subarray(at, Math.min(at + PIECE, end));
      engine.add(some);
      report(Atomics.add(counter, DONE, some.length) + some.length);
    }
    sums.set(engine.sums, slot * rows.n);
    engine.sums.fill(0);
  }
}
