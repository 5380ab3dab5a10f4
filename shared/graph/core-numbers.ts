import type { Csr } from './csr.ts';

/**
 * Core number of every node: the largest `k` such that it belongs to a group in which each has at least `k` links to
 * others of the group. Batagelj and Zaversnik (2003), for rows without direction of a simple graph. O(n + m).
 *
 * Says who is in the thick of the network, not who is needed: it counts links and treats them as alternatives (OR).
 */
export function coreNumbers({ n, off, adj }: Csr): Int32Array {
  const degree = new Int32Array(n);
  let most = 0;
  for (let i = 0; i < n; i++) {
    degree[i] = (off[i + 1] as number) - (off[i] as number);
    most = Math.max(most, degree[i] as number);
  }
  // Nodes in the order of their degree; `first[d]` is where those of degree d begin.
  const first = new Int32Array(most + 2);
  for (const d of degree) first[d + 1] = (first[d + 1] as number) + 1;
  for (let d = 0; d <= most; d++) first[d + 1] = (first[d + 1] as number) + (first[d] as number);
  const next = first.slice();
  const nodes = new Int32Array(n);
  const place = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const d = degree[i] as number;
    const at = next[d] as number;
    next[d] = at + 1;
    nodes[at] = i;
    place[i] = at;
  }
  for (let k = 0; k < n; k++) {
    const node = nodes[k] as number;
    const own = degree[node] as number;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const other = adj[p] as number;
      const d = degree[other] as number;
      if (d <= own) continue;
      // It changes places with the first of its degree, and then belongs to the degree below.
      const from = place[other] as number;
      const to = first[d] as number;
      const moved = nodes[to] as number;
      nodes[from] = moved;
      place[moved] = from;
      nodes[to] = other;
      place[other] = to;
      first[d] = to + 1;
      degree[other] = d - 1;
    }
  }
  return degree;
}
