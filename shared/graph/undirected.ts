import { type Csr, csrOf } from './csr.ts';

/**
 * Rows without direction: a link stands in the rows of both its ends, with its own index in `link`. A link from a node
 * to itself is left out. O(n + m).
 */
export function undirectedOf(n: number, from: Int32Array, to: Int32Array): Csr {
  const kept: number[] = [];
  for (let e = 0; e < from.length; e++) if (from[e] !== to[e]) kept.push(e);
  const m = kept.length;
  const tail = new Int32Array(2 * m);
  const head = new Int32Array(2 * m);
  for (let k = 0; k < m; k++) {
    const e = kept[k] as number;
    tail[k] = head[m + k] = from[e] as number;
    head[k] = tail[m + k] = to[e] as number;
  }
  const { off, adj, link } = csrOf(n, tail, head);
  for (let p = 0; p < link.length; p++) link[p] = kept[(link[p] as number) % m] as number;
  return { n, off, adj, link };
}
