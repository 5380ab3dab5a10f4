import type { Csr } from './csr.ts';

/**
 * Strong components of a graph. `order` lists the nodes so that every component stands together and owners come
 * before what they own (topological order of the condensation); `place` is its inverse. `size[c]` is the number of
 * nodes of component `c`; `cyclic[c]` says that it holds itself in some way (more than one node, or a self-holding).
 */
export type Components = {
  readonly of: Int32Array;
  readonly size: Int32Array;
  readonly cyclic: Uint8Array;
  readonly order: Int32Array;
  readonly place: Int32Array;
};

/** Tarjan (1972) without recursion, so that a chain of a million companies is no problem. O(n + m). */
export function componentsOf(rows: Csr): Components {
  const { n, off, adj } = rows;
  const found = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const next = new Int32Array(n);
  const open = new Int32Array(n);
  const path = new Int32Array(n);
  const of = new Int32Array(n).fill(-1);
  const order = new Int32Array(n);
  const sizes: number[] = [];
  const cyclics: number[] = [];
  let time = 0;
  let opened = 0;
  let left = n;
  for (let root = 0; root < n; root++) {
    if (found[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    found[root] = low[root] = time++;
    next[root] = off[root] as number;
    open[opened++] = root;
    while (depth >= 0) {
      const node = path[depth] as number;
      const p = next[node] as number;
      if (p < (off[node + 1] as number)) {
        next[node] = p + 1;
        const to = adj[p] as number;
        if (found[to] === -1) {
          found[to] = low[to] = time++;
          next[to] = off[to] as number;
          open[opened++] = to;
          path[++depth] = to;
        } else if (of[to] === -1 && (found[to] as number) < (low[node] as number)) {
          low[node] = found[to] as number;
        }
        continue;
      }
      depth--;
      if (low[node] === found[node]) {
        const first = left;
        for (let member = -1; member !== node; ) {
          member = open[--opened] as number;
          of[member] = sizes.length;
          order[--left] = member;
        }
        sizes.push(first - left);
        cyclics.push(first - left > 1 || holdsItself(rows, node) ? 1 : 0);
      }
      const above = path[depth] as number;
      if (depth >= 0 && (low[node] as number) < (low[above] as number)) low[above] = low[node] as number;
    }
  }
  const place = new Int32Array(n);
  for (let k = 0; k < n; k++) place[order[k] as number] = k;
  return { of, size: Int32Array.from(sizes), cyclic: Uint8Array.from(cyclics), order, place };
}

function holdsItself({ off, adj }: Csr, node: number): boolean {
  for (let p = off[node] as number; p < (off[node + 1] as number); p++) if (adj[p] === node) return true;
  return false;
}
