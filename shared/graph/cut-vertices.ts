import type { Csr } from './csr.ts';

/** `cut[v]` is 1 for a cut vertex; `bridges` are links, by their index, in rising order. */
export type Cuts = { readonly cut: Uint8Array; readonly bridges: Int32Array };

/**
 * Cut vertices (articulation points) and bridges of rows without direction (`undirectedOf`): nodes and links whose loss
 * splits the part of the network in which they stand. Hopcroft and Tarjan (1973), without recursion, both in one pass;
 * of parallel links none is a bridge. O(n + m).
 *
 * Assumes that direction does not matter and that every way round is an alternative (OR).
 */
export function cutsOf({ n, off, adj, link }: Csr): Cuts {
  const found = new Int32Array(n);
  const low = new Int32Array(n);
  const next = new Int32Array(n);
  const by = new Int32Array(n).fill(-1);
  const path = new Int32Array(n);
  const cut = new Uint8Array(n);
  const bridges: number[] = [];
  let time = 0;
  for (let root = 0; root < n; root++) {
    if (found[root] !== 0) continue;
    let depth = 0;
    let children = 0;
    path[0] = root;
    found[root] = low[root] = ++time;
    next[root] = off[root] as number;
    while (depth >= 0) {
      const node = path[depth] as number;
      const p = next[node] as number;
      if (p < (off[node + 1] as number)) {
        next[node] = p + 1;
        const to = adj[p] as number;
        if (found[to] === 0) {
          found[to] = low[to] = ++time;
          by[to] = link[p] as number;
          next[to] = off[to] as number;
          path[++depth] = to;
          if (node === root) children++;
        } else if (link[p] !== by[node] && (found[to] as number) < (low[node] as number)) {
          low[node] = found[to] as number;
        }
        continue;
      }
      if (--depth < 0) break;
      const above = path[depth] as number;
      if ((low[node] as number) < (low[above] as number)) low[above] = low[node] as number;
      if ((low[node] as number) > (found[above] as number)) bridges.push(by[node] as number);
      if (above !== root && (low[node] as number) >= (found[above] as number)) cut[above] = 1;
    }
    if (children > 1) cut[root] = 1;
  }
  return { cut, bridges: Int32Array.from(bridges).sort() };
}
