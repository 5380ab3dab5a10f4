import { componentsOf } from './components.ts';
import { type Csr, reachable } from './csr.ts';

/** Who a loss at a node gets to: in one step, and only in more. Both in rising order; the node itself is in neither. */
export type Dependants = { readonly direct: Int32Array; readonly indirect: Int32Array };

/**
 * Dependants of a node, along rows from suppliers to customers; along rows turned round, its suppliers near and far.
 * Being reached is being mapped as connected: treats every link as one that matters, whatever the alternatives.
 */
export function dependantsOf(rows: Csr, node: number): Dependants {
  const direct = new Set(rows.adj.subarray(rows.off[node], rows.off[node + 1]));
  direct.delete(node);
  const all = reachable(rows, [node]);
  const indirect: number[] = [];
  for (let v = 0; v < rows.n; v++) if (all[v] === 1 && v !== node && !direct.has(v)) indirect.push(v);
  return { direct: Int32Array.from(direct).sort(), indirect: Int32Array.from(indirect) };
}

/** Nodes that are followed at once, one bit each. */
const BITS = 32;

/**
 * For every node, how many others it reaches along the rows; with `counted`, how many of the nodes marked there (all
 * vital processes, all public bodies). Exact: 32 destinations at a time are carried back through the components in
 * their order. O((n / 32)(n + m)), and one bit a node of memory.
 */
export function reachCounts(rows: Csr, counted?: Uint8Array): Int32Array {
  const { n, off, adj } = rows;
  const { order, of, size } = componentsOf(rows);
  const parts = size.length;
  // A component's members reach the same nodes; its links out, once each, lead to later components.
  const start = new Int32Array(parts + 1);
  for (let k = 0, c = -1; k < n; k++) {
    if (of[order[k] as number] === c) continue;
    c = of[order[k] as number] as number;
    start[c] = k;
  }
  const wanted: number[] = [];
  for (let k = n - 1; k >= 0; k--) {
    const node = order[k] as number;
    if (counted === undefined || counted[node] === 1) wanted.push(node);
  }
  const bits = new Int32Array(parts);
  const counts = new Int32Array(parts);
  const sequence = Int32Array.from({ length: parts }, (_, c) => c).sort(
    (a, b) => (start[b] as number) - (start[a] as number),
  );
  for (let first = 0; first < wanted.length; first += BITS) {
    bits.fill(0);
    const some = wanted.slice(first, first + BITS);
    some.forEach((node, bit) => {
      bits[of[node] as number] = (bits[of[node] as number] as number) | (1 << bit);
    });
    for (const c of sequence) {
      let found = bits[c] as number;
      const from = start[c] as number;
      for (let k = from; k < from + (size[c] as number); k++) {
        const node = order[k] as number;
        for (let p = off[node] as number; p < (off[node + 1] as number); p++)
          found |= bits[of[adj[p] as number] as number] as number;
      }
      bits[c] = found;
      counts[c] = (counts[c] as number) + onesIn(found);
    }
  }
  return Int32Array.from({ length: n }, (_, node) => {
    const itself = counted === undefined || counted[node] === 1 ? 1 : 0;
    return (counts[of[node] as number] as number) - itself;
  });
}

/** How many of 32 bits are set. */
function onesIn(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
