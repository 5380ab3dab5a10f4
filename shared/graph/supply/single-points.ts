import { componentsOf } from '../components.ts';
import { csrOf } from '../csr.ts';
import { createKeeping } from './keeping.ts';
import type { Net } from './net.ts';

/** Nodes that are shut at once, each in a world of its own: four words of 32 bits a node say where it fails. */
const WORDS = 4;
const WORLDS = 32 * WORDS;
/** Up to so many targets, what cannot be a single point of any of them is found out first. */
const FEW = 32;

/**
 * Single points of failure of each target, in rising order: the other nodes that by failing alone make it fail. Nodes
 * before a target are tried, 128 at a time: a node fails in a world when it is shut there, or all sources of one of its
 * inputs fail there. With few targets only those are tried that one way of keeping a target going cannot do without.
 * Suppliers come before customers, and only customers of what failed somewhere are looked at; a circle is gone round
 * until nothing changes, which from "nobody fails" up gives the fewest failures (greatest fixed point of `Net`).
 * O((t / 128) m) for `t` nodes tried, for all targets together, and one bit for each of both.
 *
 * `progress` is told how many nodes of how many have been tried, now and then.
 */
export function singlePoints(
  net: Net,
  targets: readonly number[],
  progress?: (done: number, of: number) => void,
): Int32Array[] {
  const plan = planOf(net, upstream(net, targets));
  const { order } = plan;
  const tried = triedOf(net, targets, order);
  const shut = createWorlds(net, plan);
  const words = WORDS * Math.ceil(tried.length / WORLDS);
  // The worlds in which each target fails, one after the other.
  const bits = new Int32Array(targets.length * words);
  for (let first = 0; first < tried.length; first += WORLDS) {
    const some = tried.subarray(first, first + WORLDS);
    const fails = shut(some);
    targets.forEach((target, t) => {
      const at = t * words + first / 32;
      for (let w = 0; w < WORDS; w++) bits[at + w] = fails[target * WORDS + w] as number;
    });
    progress?.(first + some.length, tried.length);
  }
  return targets.map((target, t) => {
    const found: number[] = [];
    for (let w = 0; w < words; w++) {
      for (let rest = bits[t * words + w] as number; rest !== 0; rest &= rest - 1) {
        const world = 32 * w + 31 - Math.clz32(rest & -rest);
        const node = order[tried[world] as number] as number;
        if (node !== target) found.push(node);
      }
    }
    return Int32Array.from(found).sort();
  });
}

/**
 * Shuts the nodes at these places of the order (rising, at most 128), each in a world of its own, and answers in which
 * worlds every node fails: four words a node, in one array that the next call overwrites.
 */
function createWorlds({ n, inputs, sources, members, owner, uses, usedAt }: Net, plan: Plan) {
  const { order, place, circleStart, circleEnd } = plan;
  const fails = new Int32Array(WORDS * n);
  const dirty = new Uint8Array(order.length);

  /** Takes in what the sources of a node say; whether it fails in more worlds than before. */
  const update = (node: number): boolean => {
    const own = WORDS * node;
    const a = fails[own] as number;
    const b = fails[own + 1] as number;
    const c = fails[own + 2] as number;
    const d = fails[own + 3] as number;
    let [a2, b2, c2, d2] = [a, b, c, d];
    for (let g = inputs[node] as number; g < (inputs[node + 1] as number); g++) {
      let [e, f, h, i] = [-1, -1, -1, -1];
      for (let k = sources[g] as number; k < (sources[g + 1] as number); k++) {
        const source = WORDS * (members[k] as number);
        e &= fails[source] as number;
        f &= fails[source + 1] as number;
        h &= fails[source + 2] as number;
        i &= fails[source + 3] as number;
        if ((e | f | h | i) === 0) break;
      }
      a2 |= e;
      b2 |= f;
      c2 |= h;
      d2 |= i;
    }
    fails[own] = a2;
    fails[own + 1] = b2;
    fails[own + 2] = c2;
    fails[own + 3] = d2;
    return a2 !== a || b2 !== b || c2 !== c || d2 !== d;
  };
  /** Customers of a node are to be looked at; whether one of them stands from `start` up to the node itself. */
  const mark = (node: number, start: number): boolean => {
    let back = false;
    for (let k = uses[node] as number; k < (uses[node + 1] as number); k++) {
      const at = place[owner[usedAt[k] as number] as number] as number;
      if (at === -1) continue;
      dirty[at] = 1;
      back ||= at >= start && at <= (place[node] as number);
    }
    return back;
  };

  return (some: Int32Array): Int32Array => {
    fails.fill(0);
    some.forEach((at, world) => {
      const node = order[at] as number;
      fails[WORDS * node + (world >> 5)] =
        (fails[WORDS * node + (world >> 5)] as number) | (1 << (world & 31));
      mark(node, order.length);
    });
    // Nothing before the circle of the first that is shut can fail.
    for (let start = circleStart[some[0] as number] as number; start < order.length; ) {
      const end = circleEnd[start] as number;
      for (let again = true; again; ) {
        again = false;
        for (let at = start; at < end; at++) {
          if (dirty[at] === 0) continue;
          dirty[at] = 0;
          const node = order[at] as number;
          if (update(node)) again = mark(node, start) || again;
        }
      }
      start = end;
    }
    return fails;
  };
}

/** The places in `order` of the nodes that may be a single point of a target, in rising order. */
function triedOf(net: Net, targets: readonly number[], order: Int32Array): Int32Array {
  const places = Int32Array.from(order.keys());
  if (targets.length > FEW) return places;
  const needed = new Uint8Array(net.n);
  const keeping = createKeeping(net);
  for (const target of targets) for (const node of keeping(target).nodes) needed[node] = 1;
  return places.filter((place) => needed[order[place] as number] === 1);
}

/** Marks what a target needs, near or far, and the targets themselves. */
export function upstream({ n, inputs, sources, members }: Net, targets: Iterable<number>): Uint8Array {
  const inside = new Uint8Array(n);
  const stack: number[] = [];
  for (const target of targets) {
    if (inside[target] === 1) continue;
    inside[target] = 1;
    stack.push(target);
  }
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const end = sources[inputs[node + 1] as number] as number;
    for (let k = sources[inputs[node] as number] as number; k < end; k++) {
      const member = members[k] as number;
      if (inside[member] === 1) continue;
      inside[member] = 1;
      stack.push(member);
    }
  }
  return inside;
}

/**
 * The marked nodes, suppliers first and circles together. `place[v]` is where a node stands, -1 for one that is not
 * marked; `circleStart[k]` and `circleEnd[k]` bound the circle in which place `k` lies, the place alone outside circles.
 */
type Plan = {
  readonly order: Int32Array;
  readonly place: Int32Array;
  readonly circleStart: Int32Array;
  readonly circleEnd: Int32Array;
};

function planOf({ n, inputs, sources, members }: Net, inside: Uint8Array): Plan {
  const from: number[] = [];
  const to: number[] = [];
  for (let node = 0; node < n; node++) {
    if (inside[node] === 0) continue;
    const end = sources[inputs[node + 1] as number] as number;
    for (let k = sources[inputs[node] as number] as number; k < end; k++) {
      from.push(members[k] as number);
      to.push(node);
    }
  }
  const { order, of } = componentsOf(csrOf(n, Int32Array.from(from), Int32Array.from(to)));
  const wanted = order.filter((node) => inside[node] === 1);
  const circleStart = new Int32Array(wanted.length);
  const circleEnd = new Int32Array(wanted.length);
  for (let k = 0; k < wanted.length; k++) {
    const same = k > 0 && of[wanted[k] as number] === of[wanted[k - 1] as number];
    circleStart[k] = same ? (circleStart[k - 1] as number) : k;
  }
  for (let k = wanted.length - 1; k >= 0; k--) {
    const same = k + 1 < wanted.length && circleStart[k + 1] === circleStart[k];
    circleEnd[k] = same ? (circleEnd[k + 1] as number) : k + 1;
  }
  const place = new Int32Array(n).fill(-1);
  wanted.forEach((node, k) => {
    place[node] = k;
  });
  return { order: wanted, place, circleStart, circleEnd };
}
