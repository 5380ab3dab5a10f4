import { componentsOf } from '../components.ts';
import { csrOf } from '../csr.ts';
import type { Net } from './net.ts';

/** Nodes that are shut at once, each in a world of its own: one bit of every node says whether it fails there. */
const WORLDS = 32;

/**
 * Single points of failure of each target, in rising order: the other nodes that by failing alone make it fail. Every
 * node before a target is tried, 32 at a time: a node fails in a world when it is shut there, or all sources of one of
 * its inputs fail there. Suppliers come before customers, so that outside circles one pass is enough; a circle is gone
 * round until nothing changes, which from "nobody fails" up gives the fewest failures (greatest fixed point of `Net`).
 * O((n / 32) m) for all targets together.
 *
 * `progress` is told how many nodes of how many have been tried, now and then.
 */
export function singlePoints(
  net: Net,
  targets: readonly number[],
  progress?: (done: number, of: number) => void,
): Int32Array[] {
  const before = upstream(net, targets);
  const plan = planOf(net, before);
  const { order, circleEnd } = plan;
  const found: number[][] = targets.map(() => []);
  const fails = new Int32Array(net.n);
  for (let first = 0; first < order.length; first += WORLDS) {
    const end = Math.min(first + WORLDS, order.length);
    fails.fill(0);
    for (let k = first; k < end; k++) fails[order[k] as number] = 1 << (k - first);
    // Nothing before the circle of the first that is shut can fail.
    for (let k = plan.circleStart[first] as number; k < order.length; ) {
      const last = circleEnd[k] as number;
      if (last === k + 1) {
        updateOne(net, fails, order[k] as number);
      } else {
        for (let changed = true; changed; ) {
          changed = false;
          for (let j = k; j < last; j++) changed = updateOne(net, fails, order[j] as number) || changed;
        }
      }
      k = last;
    }
    targets.forEach((target, t) => {
      let bits = fails[target] as number;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        const node = order[first + bit] as number;
        if (node !== target) found[t]?.push(node);
      }
    });
    progress?.(end, order.length);
  }
  return found.map((nodes) => Int32Array.from(nodes).sort());
}

/** In which worlds a node fails, given those of its sources; says whether there are more than before. */
function updateOne({ inputs, sources, members }: Net, fails: Int32Array, node: number): boolean {
  const before = fails[node] as number;
  let now = before;
  for (let g = inputs[node] as number; g < (inputs[node + 1] as number); g++) {
    let all = -1;
    for (let k = sources[g] as number; k < (sources[g + 1] as number) && all !== 0; k++)
      all &= fails[members[k] as number] as number;
    now |= all;
  }
  fails[node] = now;
  return now !== before;
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
 * The marked nodes, suppliers first and circles together. `circleStart[k]` and `circleEnd[k]` bound the circle in which
 * place `k` lies, the place alone outside circles.
 */
function planOf({ n, inputs, sources, members }: Net, inside: Uint8Array) {
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
  return { order: wanted, circleStart, circleEnd };
}
