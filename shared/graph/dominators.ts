import type { Csr } from './csr.ts';

/**
 * Immediate dominators from a root: `idom[v]` is the last node, other than `v`, through which every path from the root
 * to `v` leads; the root has itself, what the root does not reach has -1. `rows` and `back` are the same links, by
 * their start and by their end. Lengauer and Tarjan (1979), simple linking, without recursion. O(m log n).
 *
 * Rows from suppliers to customers with a root before all sources: what everything reaching `v` passes. Turned round,
 * with a vital process as root: through whom everything that a node supplies to the process must go (field-practice
 * 2.6.8). Treats all links as alternatives (OR); for inputs that are all needed see `supply/single-points.ts`.
 */
export function dominatorsOf(rows: Csr, back: Csr, root: number): Int32Array {
  const { n, off, adj } = rows;
  const number = new Int32Array(n).fill(-1);
  const node = new Int32Array(n);
  const parent = new Int32Array(n);
  const reached = depthFirst(off, adj, root, number, node, parent);

  // From here on nodes are their numbers in the depth-first tree.
  const semi = Int32Array.from({ length: reached }, (_, i) => i);
  const label = semi.slice();
  const above = new Int32Array(reached).fill(-1);
  const idom = new Int32Array(reached);
  const bucket = new Int32Array(reached).fill(-1);
  const nextIn = new Int32Array(reached);
  const path = new Int32Array(reached);
  /** The node with the least semidominator on the way up in the forest; the way is shortened. */
  const least = (start: number): number => {
    if (above[start] === -1) return start;
    let length = 0;
    let at = start;
    while (above[above[at] as number] !== -1) {
      path[length++] = at;
      at = above[at] as number;
    }
    while (length > 0) {
      const below = path[--length] as number;
      const over = above[below] as number;
      if ((semi[label[over] as number] as number) < (semi[label[below] as number] as number))
        label[below] = label[over] as number;
      above[below] = above[over] as number;
    }
    return label[start] as number;
  };
  for (let w = reached - 1; w > 0; w--) {
    const original = node[w] as number;
    for (let p = back.off[original] as number; p < (back.off[original + 1] as number); p++) {
      const v = number[back.adj[p] as number] as number;
      if (v === -1) continue;
      const u = least(v);
      if ((semi[u] as number) < (semi[w] as number)) semi[w] = semi[u] as number;
    }
    const s = semi[w] as number;
    nextIn[w] = bucket[s] as number;
    bucket[s] = w;
    const up = parent[w] as number;
    above[w] = up;
    for (let v = bucket[up] as number; v !== -1; v = nextIn[v] as number) {
      const u = least(v);
      idom[v] = (semi[u] as number) < (semi[v] as number) ? u : up;
    }
    bucket[up] = -1;
  }
  const answer = new Int32Array(n).fill(-1);
  for (let w = 0; w < reached; w++) {
    if (idom[w] !== semi[w]) idom[w] = idom[idom[w] as number] as number;
    answer[node[w] as number] = node[idom[w] as number] as number;
  }
  return answer;
}

/** Numbers what the root reaches in depth-first order; parents by number. Returns how many. */
function depthFirst(
  off: Int32Array,
  adj: Int32Array,
  root: number,
  number: Int32Array,
  node: Int32Array,
  parent: Int32Array,
): number {
  const next = new Int32Array(number.length);
  const path = new Int32Array(number.length);
  let reached = 0;
  let depth = 0;
  const enter = (at: number): void => {
    number[at] = reached;
    node[reached++] = at;
    next[at] = off[at] as number;
    path[depth] = at;
  };
  enter(root);
  while (depth >= 0) {
    const at = path[depth] as number;
    const p = next[at] as number;
    if (p === off[at + 1]) {
      depth--;
      continue;
    }
    next[at] = p + 1;
    const to = adj[p] as number;
    if (number[to] !== -1) continue;
    parent[reached] = number[at] as number;
    depth++;
    enter(to);
  }
  return reached;
}

/** The dominators of `node`, nearest first, without itself and without the root; empty where it is not reached. */
export function dominatorChain(idom: Int32Array, node: number): number[] {
  const chain: number[] = [];
  if (idom[node] === -1) return chain;
  for (let at = idom[node] as number; idom[at] !== at; at = idom[at] as number) chain.push(at);
  return chain;
}

/**
 * How many nodes each node dominates, itself not counted: its share of the tree below it. With rows turned round and a
 * vital process as root this is how many suppliers, near and far, reach the process through this node alone.
 */
export function dominatedCounts(idom: Int32Array): Int32Array {
  const n = idom.length;
  const waiting = new Int32Array(n);
  for (let v = 0; v < n; v++) {
    const up = idom[v] as number;
    if (up !== -1 && up !== v) waiting[up] = (waiting[up] as number) + 1;
  }
  const counts = new Int32Array(n);
  const ready: number[] = [];
  for (let v = 0; v < n; v++) if (waiting[v] === 0 && idom[v] !== -1) ready.push(v);
  for (let v = ready.pop(); v !== undefined; v = ready.pop()) {
    const up = idom[v] as number;
    if (up === v) continue;
    counts[up] = (counts[up] as number) + (counts[v] as number) + 1;
    waiting[up] = (waiting[up] as number) - 1;
    if (waiting[up] === 0) ready.push(up);
  }
  return counts;
}
