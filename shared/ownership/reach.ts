import type { Components } from './components.ts';
import type { Csr } from './csr.ts';

/**
 * Makes a function that lists what the seeds reach along the rows, the seeds included, owners before owned and every
 * strong component whole and together. The list is a view that the next call overwrites. A call costs what it
 * reaches (times a logarithm), never the whole graph.
 */
export function createReach(
  rows: Csr,
  { order, place }: Components,
): (seeds: readonly number[]) => Int32Array<ArrayBuffer> {
  const { n, off, adj } = rows;
  const seen = new Uint8Array(n);
  const stack = new Int32Array(n);
  const list = new Int32Array(n);
  return (seeds) => {
    let top = 0;
    let count = 0;
    for (const seed of seeds) {
      if (seen[seed]) continue;
      seen[seed] = 1;
      stack[top++] = seed;
    }
    while (top > 0) {
      const node = stack[--top] as number;
      list[count++] = place[node] as number;
      const end = off[node + 1] as number;
      for (let p = off[node] as number; p < end; p++) {
        const next = adj[p] as number;
        if (seen[next]) continue;
        seen[next] = 1;
        stack[top++] = next;
      }
    }
    const reached = list.subarray(0, count);
    if (count * 16 > n) {
      for (let k = 0, i = 0; k < n; k++) if (seen[order[k] as number]) reached[i++] = order[k] as number;
    } else {
      reached.sort();
      for (let i = 0; i < count; i++) reached[i] = order[reached[i] as number] as number;
    }
    for (let i = 0; i < count; i++) seen[reached[i] as number] = 0;
    return reached;
  };
}
