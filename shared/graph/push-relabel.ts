import { csrOf } from './csr.ts';

/**
 * What is left of every link in both directions. The arcs out of node `i` are at `off[i]` to `off[i + 1] - 1`: `head`
 * is where they lead, `left` what they can still carry, `partner` the place of the opposite arc. `place[e]` is where
 * link `e` is. `excess[i]` came in at `i` and has not gone out.
 */
export type Residual = {
  readonly n: number;
  readonly off: Int32Array;
  readonly head: Int32Array;
  readonly left: Float64Array;
  readonly partner: Int32Array;
  readonly place: Int32Array;
  readonly excess: Float64Array;
};

export function residualOf(n: number, from: Int32Array, to: Int32Array, capacity: Float64Array): Residual {
  const m = from.length;
  const tails = new Int32Array(2 * m);
  const heads = new Int32Array(2 * m);
  tails.set(from);
  tails.set(to, m);
  heads.set(to);
  heads.set(from, m);
  const { off, adj, link } = csrOf(n, tails, heads);
  const place = new Int32Array(2 * m);
  for (let p = 0; p < 2 * m; p++) place[link[p] as number] = p;
  const partner = new Int32Array(2 * m);
  const left = new Float64Array(2 * m);
  for (let e = 0; e < m; e++) {
    const there = place[e] as number;
    const back = place[m + e] as number;
    partner[there] = back;
    partner[back] = there;
    left[there] = capacity[e] as number;
  }
  return { n, off, head: adj, left, partner, place, excess: new Float64Array(n) };
}

/** The nodes from which something can still get to `goal`, nearest first, the goal included; never through `shut`. */
export function reaching(net: Residual, goal: number, shut: number): Int32Array {
  return breadthFirst(net, goal, shut, new Int32Array(net.n).fill(-1));
}

function breadthFirst(
  { n, off, head, left, partner }: Residual,
  goal: number,
  shut: number,
  distance: Int32Array,
): Int32Array {
  const queue = new Int32Array(n);
  let tail = 1;
  queue[0] = goal;
  distance[goal] = 0;
  for (let at = 0; at < tail; at++) {
    const node = queue[at] as number;
    for (let p = off[node] as number; p < (off[node + 1] as number); p++) {
      const before = head[p] as number;
      if (before === shut || distance[before] !== -1 || left[partner[p] as number] === 0) continue;
      distance[before] = (distance[node] as number) + 1;
      queue[tail++] = before;
    }
  }
  return queue.subarray(0, tail);
}

/** After this much work a node, all labels are computed anew. */
const RELABEL_EVERY = 6;

/**
 * Moves all excess that can get to `goal` there, never through `shut`; the rest stays where no way is left. Labels are
 * lower bounds of the distance to the goal; the nodes of each label stand in two lists, with excess and without, so
 * that the highest is at hand and an empty label (a gap) shows that all above it are cut off.
 */
export function drive(net: Residual, goal: number, shut: number): void {
  const { n, off, head, left, partner, excess } = net;
  const label = new Int32Array(n);
  const current = new Int32Array(n);
  const active = new Int32Array(n + 1);
  const idle = new Int32Array(n + 1);
  const next = new Int32Array(n);
  const before = new Int32Array(n);
  let highest = 0;
  let top = 0;

  const place = (node: number, at: number): void => {
    if (at > top) top = at;
    if ((excess[node] as number) > 0) {
      next[node] = active[at] as number;
      active[at] = node;
      if (at > highest) highest = at;
      return;
    }
    const first = idle[at] as number;
    next[node] = first;
    before[node] = -1;
    if (first !== -1) before[first] = node;
    idle[at] = node;
  };
  const takeIdle = (node: number, at: number): void => {
    const behind = next[node] as number;
    const ahead = before[node] as number;
    if (ahead === -1) idle[at] = behind;
    else next[ahead] = behind;
    if (behind !== -1) before[behind] = ahead;
  };
  const labelAll = (): void => {
    active.fill(-1);
    idle.fill(-1);
    highest = 0;
    top = 0;
    label.fill(-1);
    const near = breadthFirst(net, goal, shut, label);
    for (let i = 0; i < n; i++) if (label[i] === -1) label[i] = n;
    for (let k = 1; k < near.length; k++) {
      const node = near[k] as number;
      current[node] = off[node] as number;
      place(node, label[node] as number);
    }
  };
  /** No node has label `empty` any more: those above it are cut off. */
  const closeGap = (empty: number): void => {
    for (let at = empty + 1; at <= top; at++) {
      for (let node = idle[at] as number; node !== -1; node = next[node] as number) label[node] = n;
      for (let node = active[at] as number; node !== -1; node = next[node] as number) label[node] = n;
      idle[at] = -1;
      active[at] = -1;
    }
    top = empty;
    if (highest > top) highest = top;
  };
  /** The lowest label from which an arc with room leads down; n when there is none. */
  const raise = (node: number): number => {
    let lowest = n;
    let best = off[node] as number;
    for (let p = off[node] as number, end = off[node + 1] as number; p < end; p++) {
      if (left[p] === 0) continue;
      const at = (label[head[p] as number] as number) + 1;
      if (at < lowest) {
        lowest = at;
        best = p;
      }
    }
    current[node] = best;
    return lowest;
  };

  let work = 0;
  labelAll();
  const limit = RELABEL_EVERY * n + head.length / 2;
  while (highest > 0) {
    const node = active[highest] as number;
    if (node === -1) {
      highest--;
      continue;
    }
    active[highest] = next[node] as number;
    let own = highest;
    let rest = excess[node] as number;
    while (rest > 0 && own < n) {
      const end = off[node + 1] as number;
      let p = current[node] as number;
      for (; p < end; p++) {
        const room = left[p] as number;
        if (room === 0) continue;
        const to = head[p] as number;
        if (label[to] !== own - 1) continue;
        const amount = Math.min(rest, room);
        left[p] = room - amount;
        const back = partner[p] as number;
        left[back] = (left[back] as number) + amount;
        const had = excess[to] as number;
        excess[to] = had + amount;
        if (had === 0 && to !== goal) {
          takeIdle(to, own - 1);
          next[to] = active[own - 1] as number;
          active[own - 1] = to;
          if (own - 1 > highest) highest = own - 1;
        }
        rest -= amount;
        if (rest === 0) break;
      }
      current[node] = p;
      if (rest === 0) break;
      excess[node] = rest;
      const old = own;
      own = raise(node);
      label[node] = own;
      work += RELABEL_EVERY * 2 + end - (off[node] as number);
      if (active[old] === -1 && idle[old] === -1) {
        closeGap(old);
        own = n;
        label[node] = n;
      }
    }
    excess[node] = rest;
    if (own < n) place(node, own);
    if (own < n && own > highest) highest = own;
    if (work > limit) {
      work = 0;
      labelAll();
    }
  }
}
