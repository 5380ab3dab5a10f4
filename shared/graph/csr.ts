/**
 * Compressed sparse rows. The neighbours of node `i` are `adj[off[i]] .. adj[off[i + 1] - 1]`; `link` at the same
 * place is the index of the link in the lists that the rows were made from. `n` nodes, `adj.length` links.
 */
export type Csr = {
  readonly n: number;
  readonly off: Int32Array;
  readonly adj: Int32Array;
  readonly link: Int32Array;
};

/** Rows by `from`, in the order of the links. O(n + m). Nodes are 0 to n - 1. */
export function csrOf(n: number, from: Int32Array, to: Int32Array): Csr {
  const m = from.length;
  const off = new Int32Array(n + 1);
  for (let e = 0; e < m; e++) off[(from[e] as number) + 1] = (off[(from[e] as number) + 1] as number) + 1;
  for (let i = 0; i < n; i++) off[i + 1] = (off[i + 1] as number) + (off[i] as number);
  const next = off.slice(0, n);
  const adj = new Int32Array(m);
  const link = new Int32Array(m);
  for (let e = 0; e < m; e++) {
    const place = next[from[e] as number] as number;
    next[from[e] as number] = place + 1;
    adj[place] = to[e] as number;
    link[place] = e;
  }
  return { n, off, adj, link };
}

/** Values by link, changed by `as`, in the order of the rows. */
export function gather(
  rows: Csr,
  byLink: Float64Array,
  as: (value: number) => number = (value) => value,
): Float64Array {
  const { link } = rows;
  const placed = new Float64Array(link.length);
  for (let p = 0; p < link.length; p++) placed[p] = as(byLink[link[p] as number] as number);
  return placed;
}

/** Marks every node that can be reached from the seeds along the rows, the seeds included. */
export function reachable(rows: Csr, seeds: Iterable<number>): Uint8Array {
  const seen = new Uint8Array(rows.n);
  const stack: number[] = [];
  for (const seed of seeds) {
    if (!seen[seed]) stack.push(seed);
    seen[seed] = 1;
  }
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const end = rows.off[node + 1] as number;
    for (let p = rows.off[node] as number; p < end; p++) {
      const next = rows.adj[p] as number;
      if (!seen[next]) stack.push(next);
      seen[next] = 1;
    }
  }
  return seen;
}
