import type { Components } from '../graph/components.ts';
import type { Csr } from '../graph/csr.ts';

/**
 * Lists what nodes reach along the rows, owners before owned and every strong component whole and together. A call
 * costs what it reaches (times a logarithm), never the whole graph. A class, and not a closure, so that the engine
 * compiles its loops once for all graphs; a question on a small graph is over before a new closure gets warm.
 */
export class Reach {
  readonly #rows: Csr;
  readonly #components: Components;
  readonly #seen: Uint8Array;
  readonly #stack: Int32Array;
  readonly #list: Int32Array<ArrayBuffer>;

  constructor(rows: Csr, components: Components) {
    this.#rows = rows;
    this.#components = components;
    this.#seen = new Uint8Array(rows.n);
    this.#stack = new Int32Array(rows.n);
    this.#list = new Int32Array(rows.n);
  }

  /** What the seeds reach, the seeds included, as a view that the next call overwrites. */
  from(seeds: readonly number[]): Int32Array<ArrayBuffer> {
    const { n, off, adj } = this.#rows;
    const { order, place } = this.#components;
    const seen = this.#seen;
    const stack = this.#stack;
    const list = this.#list;
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
  }
}
