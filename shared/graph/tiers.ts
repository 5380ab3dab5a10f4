import { componentsOf } from './components.ts';
import { type Csr, csrOf } from './csr.ts';

/**
 * How many steps a node stands before the targets: along the shortest way, and along the longest that enters no circle
 * twice. A target is at 0; who reaches none is at -1.
 */
export type Tiers = { readonly shortest: Int32Array; readonly longest: Int32Array };

/**
 * Tiers before one or more targets; `back` has the rows from customers to suppliers. Nodes of one circle (strong
 * component) supply each other, so that "longest" has no meaning between them: they get one tier together, and the way
 * through the circle counts as one step, which can even be less than the shortest. O(n + m).
 */
export function tiersBefore(back: Csr, targets: Iterable<number>): Tiers {
  const { n, off, adj } = back;
  const shortest = new Int32Array(n).fill(-1);
  const queue: number[] = [];
  for (const target of targets) {
    if (shortest[target] === 0) continue;
    shortest[target] = 0;
    queue.push(target);
  }
  for (const node of queue) {
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const supplier = adj[p] as number;
      if (shortest[supplier] !== -1) continue;
      shortest[supplier] = (shortest[node] as number) + 1;
      queue.push(supplier);
    }
  }
  return { shortest, longest: longestBefore(back, shortest) };
}

/** Longest ways over the components of what reaches a target. */
function longestBefore({ n, off, adj }: Csr, shortest: Int32Array): Int32Array {
  const from: number[] = [];
  const to: number[] = [];
  for (let node = 0; node < n; node++) {
    if (shortest[node] === -1) continue;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const supplier = adj[p] as number;
      // Ways end at the first target: none leads on through it.
      if (shortest[supplier] === 0) continue;
      from.push(node);
      to.push(supplier);
    }
  }
  const rows = csrOf(n, Int32Array.from(from), Int32Array.from(to));
  const { of, order, size } = componentsOf(rows);
  const tier = new Int32Array(size.length).fill(-1);
  for (let node = 0; node < n; node++) if (shortest[node] === 0) tier[of[node] as number] = 0;
  for (const node of order) {
    const own = tier[of[node] as number] as number;
    if (own === -1) continue;
    for (let p = rows.off[node] as number; p < (rows.off[node + 1] as number); p++) {
      const c = of[rows.adj[p] as number] as number;
      if (c !== of[node] && (tier[c] as number) < own + 1) tier[c] = own + 1;
    }
  }
  return of.map((c) => tier[c] as number);
}
