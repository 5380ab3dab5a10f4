import type { Csr } from './csr.ts';

/**
 * An order in which neighbours stand near each other: breadth-first from the node with most links of each part. What
 * walks the graph in this numbering finds its next node in the cache more often. Node `order[k]` gets number `k`.
 */
export function nearOrder({ n, off, adj }: Csr): Int32Array {
  const degree = (node: number): number => (off[node + 1] as number) - (off[node] as number);
  const seeds = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => degree(b) - degree(a) || a - b);
  const order = new Int32Array(n);
  const seen = new Uint8Array(n);
  let head = 0;
  let tail = 0;
  for (const seed of seeds) {
    if (seen[seed]) continue;
    seen[seed] = 1;
    order[tail++] = seed;
    while (head < tail) {
      const node = order[head++] as number;
      for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
        const next = adj[p] as number;
        if (seen[next]) continue;
        seen[next] = 1;
        order[tail++] = next;
      }
    }
  }
  return order;
}

/** The same rows with node `order[k]` called `k`; `link` stays what it was. */
export function relabelled({ n, off, adj, link }: Csr, order: Int32Array): Csr {
  const number = new Int32Array(n);
  for (let k = 0; k < n; k++) number[order[k] as number] = k;
  const rows = {
    n,
    off: new Int32Array(n + 1),
    adj: new Int32Array(adj.length),
    link: new Int32Array(link.length),
  };
  let place = 0;
  for (let k = 0; k < n; k++) {
    const node = order[k] as number;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      rows.adj[place] = number[adj[p] as number] as number;
      rows.link[place] = link[p] as number;
      place++;
    }
    rows.off[k + 1] = place;
  }
  return rows;
}
