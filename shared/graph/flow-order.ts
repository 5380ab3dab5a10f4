import { type Components, componentsOf } from './components.ts';
import { type Csr, csrOf } from './csr.ts';

/**
 * Nodes in an order in which few links run backwards: components as they follow each other, and within a circle by the
 * heuristic of Eades, Lin and Smyth (1993): sinks last, sources first, and when there are neither, first the node that
 * has most links out over links in. Sweeps along the order carry a change far. O(n + m).
 */
export function flowOrder(rows: Csr, components: Components = componentsOf(rows)): Int32Array {
  const { n } = rows;
  const { order, size, of } = components;
  const into = reversed(rows);
  const found = new Int32Array(n);
  const out = new Int32Array(n);
  const inn = new Int32Array(n);
  const gone = new Uint8Array(n);
  for (let first = 0; first < n; ) {
    const component = of[order[first] as number] as number;
    const end = first + (size[component] as number);
    const members = order.subarray(first, end);
    if (members.length === 1) found[first] = members[0] as number;
    else settle(members, first);
    first = end;
  }
  return found;

  function settle(members: Int32Array, start: number): void {
    const component = of[members[0] as number] as number;
    const inside = (node: number): boolean => of[node] === component && gone[node] === 0;
    for (const node of members) {
      let outs = 0;
      let ins = 0;
      for (let p = rows.off[node] as number; p < (rows.off[node + 1] as number); p++)
        if (rows.adj[p] !== node && of[rows.adj[p] as number] === component) outs++;
      for (let p = into.off[node] as number; p < (into.off[node + 1] as number); p++)
        if (into.adj[p] !== node && of[into.adj[p] as number] === component) ins++;
      out[node] = outs;
      inn[node] = ins;
    }
    const buckets = createBuckets(members, out, inn);
    let head = start;
    let tail = start + members.length;
    for (let node = buckets.take(); node !== -1; node = buckets.take()) {
      if (gone[node]) continue;
      gone[node] = 1;
      if (out[node] === 0 && inn[node] !== 0) found[--tail] = node;
      else found[head++] = node;
      for (let p = rows.off[node] as number; p < (rows.off[node + 1] as number); p++) {
        const to = rows.adj[p] as number;
        if (to === node || !inside(to)) continue;
        inn[to] = (inn[to] as number) - 1;
        buckets.put(to);
      }
      for (let p = into.off[node] as number; p < (into.off[node + 1] as number); p++) {
        const from = into.adj[p] as number;
        if (from === node || !inside(from)) continue;
        out[from] = (out[from] as number) - 1;
        buckets.put(from);
      }
    }
  }
}

/** The links the other way round. */
function reversed({ n, off, adj }: Csr): Csr {
  const from = new Int32Array(adj.length);
  for (let i = 0; i < n; i++) from.fill(i, off[i], off[i + 1]);
  return csrOf(n, adj, from);
}

/**
 * Nodes by how many more links they have out than in; sinks before sources before the rest, of which the largest
 * difference is first. A node is put again when its counts change; an older entry that no longer fits is passed over.
 */
function createBuckets(members: Int32Array, out: Int32Array, inn: Int32Array) {
  const sinks: number[] = [];
  const sources: number[] = [];
  const rest = new Map<number, number[]>();
  let top = Number.NEGATIVE_INFINITY;
  const put = (node: number): void => {
    if (out[node] === 0) sinks.push(node);
    else if (inn[node] === 0) sources.push(node);
    else {
      const more = (out[node] as number) - (inn[node] as number);
      const bucket = rest.get(more);
      if (bucket) bucket.push(node);
      else rest.set(more, [node]);
      if (more > top) top = more;
    }
  };
  for (const node of members.toReversed()) put(node);
  let lowest = Number.POSITIVE_INFINITY;
  for (const key of rest.keys()) lowest = Math.min(lowest, key);
  return {
    put: (node: number): void => {
      put(node);
      lowest = Math.min(lowest, (out[node] as number) - (inn[node] as number));
    },
    take: (): number => {
      const first = sinks.pop() ?? sources.pop();
      if (first !== undefined) return first;
      for (; top >= lowest; top--) {
        const bucket = rest.get(top) ?? [];
        for (let node = bucket.pop(); node !== undefined; node = bucket.pop())
          if (out[node] !== 0 && inn[node] !== 0 && (out[node] as number) - (inn[node] as number) === top)
            return node;
      }
      return -1;
    },
  };
}
