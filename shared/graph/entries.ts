import { componentsOf } from './components.ts';
import type { Csr } from './csr.ts';

/**
 * Where supply begins, marked 1: nodes without suppliers, and the nodes of a circle that nobody outside supplies (its
 * members supply each other, so that each is a beginning). `rows` lead from suppliers to customers. A link to oneself
 * is no supplier. O(n + m).
 */
export function entriesOf(rows: Csr): Uint8Array {
  const { n, off, adj } = rows;
  const { of, size } = componentsOf(rows);
  const supplied = new Uint8Array(size.length);
  for (let node = 0; node < n; node++) {
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const c = of[adj[p] as number] as number;
      if (c !== of[node]) supplied[c] = 1;
    }
  }
  return Uint8Array.from(of, (c) => 1 - (supplied[c] as number));
}
