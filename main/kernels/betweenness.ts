import type { Csr } from '#shared/graph/csr.ts';
import { type KernelExports, layOut, startKernel } from './kernel.ts';

/** Sources that the kernel takes at once. */
export const LANES = 8;
/** A node and its lanes share 32 bits in the kernel's lists. */
const MAX_NODES = 1 << 24;
/** Bytes of a node's record: eight lanes of 64 bits. */
const RECORD = 8 * LANES;

type Exports = KernelExports & {
  readonly prepare: (table: number) => void;
  readonly batch: (...places: readonly number[]) => void;
};

/**
 * Brandes on the kernel: the same `add` and `sums` as `createBrandes`, eight sources at once, in 64-bit numbers.
 * Undefined where the kernel does not run or the graph is too large for it.
 */
export function createKernelBrandes({ n, off, adj }: Csr) {
  if (n >= MAX_NODES) return undefined;
  const kernel = startKernel<Exports>('betweenness');
  if (kernel === undefined) return undefined;
  const at = layOut(kernel, {
    off: ['i32', n + 1],
    adj: ['i32', adj.length],
    sources: ['i32', LANES],
    records: ['u8', n * RECORD],
    seen: ['u8', n],
    now: ['u8', n],
    list: ['u32', n * LANES],
    levels: ['u32', n + 2],
    table: ['u8', 256 * RECORD],
    sums: ['f64', n],
  });
  at.off.set(off);
  at.adj.set(adj);
  kernel.prepare(at.table.byteOffset);
  const { off: rows, adj: links, sources, records, seen, now, list, levels, table, sums } = at;
  const scratch = [records, seen, now, list, levels, table, sums].map(({ byteOffset }) => byteOffset);
  return {
    sums,
    add(given: Int32Array): void {
      for (let first = 0; first < given.length; first += LANES) {
        const some = given.subarray(first, first + LANES);
        sources.set(some);
        kernel.batch(rows.byteOffset, links.byteOffset, sources.byteOffset, some.length, ...scratch);
      }
    },
  };
}
