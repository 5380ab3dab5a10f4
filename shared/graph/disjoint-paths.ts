import type { Csr } from './csr.ts';

/**
 * Ways from where supply begins to a target that have no node in common but the target, as many as there can be, and a
 * smallest set of nodes that stands in all ways: by Menger's theorem (1927) there are equally many. Each way begins at
 * an entry and ends before the target; the cut is the one nearest to the target, in rising order.
 */
export type DisjointPaths = {
  readonly paths: readonly (readonly number[])[];
  readonly cut: readonly number[];
};

const NOBODY = -1;
const BEGINNING = -2;

/**
 * Independent supply paths to any target; `back` has the rows from customers to suppliers, `entries` marks where supply
 * begins (`entriesOf`). A greatest flow in which every node but the target can carry one: way after way is sought
 * through what is left (Ford and Fulkerson 1956), from the target back to the nearest entry, so that only the last
 * search, which finds none, can be long; and that one ends at the cut. A target that is an entry itself counts as
 * supplied by others only; without suppliers there is no way.
 *
 * Treats every supplier as an alternative of every other (OR): how many ways there are, not what a node needs.
 */
export function createDisjointPaths({ n, off, adj }: Csr, entries: Uint8Array) {
  // A node is entered at 2v and left at 2v + 1. `leads` is the next state on the way; `round` says of which search.
  const round = new Int32Array(2 * n);
  const leads = new Int32Array(2 * n);
  const queue = new Int32Array(2 * n);
  /** The node before and behind on the way on which a node stands. */
  const before = new Int32Array(n).fill(NOBODY);
  const behind = new Int32Array(n).fill(NOBODY);
  let rounds = 0;

  /** Breadth-first through what is left, from the target back; the state at which a way begins, or -1. */
  const search = (target: number): number => {
    rounds++;
    let tail = 0;
    const visit = (state: number, next: number): void => {
      if (round[state] === rounds) return;
      round[state] = rounds;
      leads[state] = next;
      queue[tail++] = state;
    };
    const visitSuppliers = (node: number): void => {
      for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
        const supplier = adj[p] as number;
        if (supplier !== target && supplier !== node) visit(2 * supplier + 1, 2 * node);
      }
    };
    visitSuppliers(target);
    for (let at = 0; at < tail; at++) {
      const state = queue[at] as number;
      const node = state >> 1;
      const used = before[node] !== NOBODY;
      if (state % 2 === 0) {
        if (entries[node] === 1) return state;
        if (used) visit(state + 1, state);
        visitSuppliers(node);
      } else if (!used) {
        visit(state - 1, state);
      } else if (behind[node] !== target) {
        visit(2 * (behind[node] as number), state);
      }
    }
    return -1;
  };

  /** Takes the way that was found into the ways there are: first what it undoes, then what it adds. */
  const take = (start: number, target: number): void => {
    const states = [start];
    for (let state = start; state !== 2 * target; ) {
      state = leads[state] as number;
      states.push(state);
    }
    for (let k = 1; k < states.length; k++) {
      const [from, to] = [states[k - 1] as number, states[k] as number];
      if (from % 2 === 1 || to === from + 1) continue;
      behind[to >> 1] = NOBODY;
      before[from >> 1] = NOBODY;
    }
    for (let k = 1; k < states.length; k++) {
      const [from, to] = [states[k - 1] as number, states[k] as number];
      if (from % 2 === 0 || to === from - 1) continue;
      behind[from >> 1] = to >> 1;
      if (to !== 2 * target) before[to >> 1] = from >> 1;
    }
    before[start >> 1] = BEGINNING;
  };

  return (target: number): DisjointPaths => {
    for (let start = search(target); start !== -1; start = search(target)) take(start, target);
    const paths: number[][] = [];
    const cut: number[] = [];
    const suppliers = new Set(adj.subarray(off[target], off[target + 1]));
    for (const last of suppliers) {
      if (behind[last] !== target) continue;
      const path: number[] = [];
      for (let at = last; at !== BEGINNING; at = before[at] as number) path.push(at);
      paths.push(path.reverse());
      // On each way the last node that the search got to behind, and not before, is the one that cuts it.
      cut.push(path.find((v) => round[2 * v + 1] === rounds && round[2 * v] !== rounds) ?? NOBODY);
    }
    for (const path of paths) for (const node of path) before[node] = behind[node] = NOBODY;
    return { paths, cut: cut.sort((a, b) => a - b) };
  };
}
