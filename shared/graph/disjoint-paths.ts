import type { Csr } from './csr.ts';

/**
 * Ways from where supply begins to a target that have no node in common but the target, as many as there can be, and a
 * smallest set of nodes that stands in all ways: by Menger's theorem (1927) there are equally many. Each way begins at
 * an entry and ends before the target; the cut is the one nearest to the entries, which may themselves be in it.
 */
export type DisjointPaths = {
  readonly paths: readonly (readonly number[])[];
  readonly cut: readonly number[];
};

const NOBODY = -1;
const BEGINNING = -2;

/**
 * Independent supply paths to any target of rows from suppliers to customers; `back` are the same links turned round and
 * `entries` marks where supply begins (`entriesOf`). A greatest flow in which every node but the target can carry one:
 * way after way is sought through what is left (Ford and Fulkerson 1956), O(m) for each way and one more. A target that
 * is an entry itself counts as supplied by others only; without suppliers there is no way.
 *
 * Treats every supplier as an alternative of every other (OR): how many ways there are, not what a node needs.
 */
export function createDisjointPaths(rows: Csr, back: Csr, entries: Uint8Array) {
  const { n, off, adj } = rows;
  // A node is entered at 2v and left at 2v + 1. `came` is the state before in the search; `round` says of which search.
  const round = new Int32Array(2 * n);
  const came = new Int32Array(2 * n);
  const queue = new Int32Array(2 * n);
  const upstream = new Int32Array(n);
  const inside = new Int32Array(n);
  /** The node before and behind on the way on which a node stands. */
  const before = new Int32Array(n).fill(NOBODY);
  const behind = new Int32Array(n).fill(NOBODY);
  let rounds = 0;
  let targets = 0;

  /** Lists what reaches the target, nearest first and without it; returns how many. */
  const listUpstream = (target: number): number => {
    targets++;
    inside[target] = targets;
    let tail = 0;
    const visit = (node: number): void => {
      for (let p = back.off[node] as number; p < (back.off[node + 1] as number); p++) {
        const supplier = back.adj[p] as number;
        if (inside[supplier] === targets) continue;
        inside[supplier] = targets;
        upstream[tail++] = supplier;
      }
    };
    visit(target);
    for (let at = 0; at < tail; at++) visit(upstream[at] as number);
    return tail;
  };

  /** Breadth-first through what is left, to the target or until nothing is left; returns whether it got there. */
  const search = (starts: Int32Array, target: number): boolean => {
    rounds++;
    let tail = 0;
    const visit = (state: number, by: number): void => {
      if (round[state] === rounds) return;
      round[state] = rounds;
      came[state] = by;
      queue[tail++] = state;
    };
    for (const entry of starts) visit(2 * entry, BEGINNING);
    for (let at = 0; at < tail; at++) {
      const state = queue[at] as number;
      const node = state >> 1;
      const used = before[node] !== NOBODY;
      if (state % 2 === 0) {
        if (!used) visit(state + 1, state);
        else if ((before[node] as number) >= 0) visit(2 * (before[node] as number) + 1, state);
        continue;
      }
      if (used) visit(state - 1, state);
      for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
        const next = adj[p] as number;
        if (next !== target) {
          if (next !== node && inside[next] === targets) visit(2 * next, state);
        } else if (behind[node] !== target) {
          came[2 * target] = state;
          return true;
        }
      }
    }
    return false;
  };

  /** Takes the way that was found into the ways there are: first what it undoes, then what it adds. */
  const take = (target: number): void => {
    const states: number[] = [2 * target];
    for (let state = came[2 * target] as number; state !== BEGINNING; state = came[state] as number)
      states.push(state);
    for (let k = 1; k < states.length; k++) {
      const [to, from] = [states[k - 1] as number, states[k] as number];
      if (from % 2 === 0 && to % 2 === 1 && to !== from + 1) {
        behind[to >> 1] = NOBODY;
        before[from >> 1] = NOBODY;
      }
    }
    for (let k = 1; k < states.length; k++) {
      const [to, from] = [states[k - 1] as number, states[k] as number];
      if (from % 2 === 0 || to === from - 1) continue;
      behind[from >> 1] = to >> 1;
      if (to !== 2 * target) before[to >> 1] = from >> 1;
    }
    before[(states.at(-1) as number) >> 1] = BEGINNING;
  };

  return (target: number): DisjointPaths => {
    const count = listUpstream(target);
    const starts = upstream.subarray(0, count).filter((node) => entries[node] === 1);
    while (search(starts, target)) take(target);
    const cut: number[] = [];
    const paths: number[][] = [];
    for (const node of upstream.subarray(0, count)) {
      if (round[2 * node] === rounds && round[2 * node + 1] !== rounds) cut.push(node);
      if (before[node] !== BEGINNING) continue;
      const path: number[] = [];
      for (let at = node; at !== target; at = behind[at] as number) path.push(at);
      paths.push(path);
    }
    for (const node of upstream.subarray(0, count)) before[node] = behind[node] = NOBODY;
    return { paths, cut: cut.sort((a, b) => a - b) };
  };
}
