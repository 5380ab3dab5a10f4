import { createFailing } from './failing.ts';
import type { Net } from './net.ts';

/**
 * Smallest sets of nodes that fail a target together: `sets` holds all of up to `complete` nodes, none of which can be
 * left out of its set, smallest first and then by their numbers. `asked` is up to how many nodes were asked for; when
 * `complete` is less, the work ran out and `sets` may hold some, not all, of the larger ones.
 */
export type CutSets = {
  readonly sets: readonly (readonly number[])[];
  readonly complete: number;
  readonly asked: number;
};

export type CutSetLimits = {
  /** Most nodes in a set. */
  readonly size: number;
  /** Most sets that are kept. */
  readonly sets: number;
  /** Most sources that are looked at, a measure of time that is the same on every machine. */
  readonly work: number;
};

/**
 * Minimal cut sets of a target in an AND/OR net (Reiter's hitting sets, 1987). As long as the target works there is a
 * group that keeps it working by itself (a source for each input of each of its members); every cut set must hit that
 * group, so its members are tried one by one, each time without those that were tried before. Sets of one size after
 * those of the size below, so that what is found first is what matters most. A single point of failure is a set of one.
 */
export function cutSets(net: Net, target: number, limits: CutSetLimits): CutSets {
  const failing = createFailing(net);
  const tried = new Uint8Array(net.n);
  const sets: number[][] = [];
  const chosen: number[] = [];
  let complete = 0;
  let spent = 0;
  const within = (): boolean => spent + failing.work <= limits.work && sets.length < limits.sets;

  /** Whether the target still fails when one of the set is left out. */
  const isMinimal = (set: readonly number[]): boolean => {
    const mark = failing.mark();
    failing.undo(0);
    let minimal = true;
    for (const out of set) {
      for (const node of set) if (node !== out) failing.shut(node);
      minimal &&= failing.failed[target] === 0;
      failing.undo(0);
    }
    for (const node of chosen) failing.shut(node);
    if (failing.mark() !== mark) throw new Error('what was shut again is not what was open');
    return minimal;
  };
  const explore = (room: number): void => {
    const group = keeping(net, target, failing.failed, tried);
    spent += group.work;
    const untried = group.nodes.filter((node) => tried[node] === 0);
    const marked: number[] = [];
    for (const node of untried) {
      if (!within()) break;
      const mark = failing.mark();
      failing.shut(node);
      if (failing.failed[target] === 1) {
        failing.undo(mark);
        const set = [...chosen, node];
        if (room === 1 && isMinimal(set)) sets.push(set.sort((a, b) => a - b));
      } else if (room > 1) {
        chosen.push(node);
        explore(room - 1);
        chosen.pop();
        failing.undo(mark);
      } else {
        failing.undo(mark);
      }
      tried[node] = 1;
      marked.push(node);
    }
    for (const node of marked) tried[node] = 0;
  };

  for (let size = 1; size <= limits.size; size++) {
    const known = sets.length;
    explore(size);
    sets.push(...sets.splice(known).sort(byNumbers));
    if (!within()) break;
    complete = size;
  }
  return { sets, complete, asked: limits.size };
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Nodes that keep a working target going whatever else fails, without the target: a working source for every input of
 * every one of them. Sources that are in it already, or were tried, are taken first, so that few are left to try.
 */
function keeping(
  { n, inputs, sources, members }: Net,
  target: number,
  failed: Uint8Array,
  tried: Uint8Array,
) {
  const inside = new Uint8Array(n);
  inside[target] = 1;
  const group = [target];
  let work = 0;
  for (const node of group) {
    for (let g = inputs[node] as number; g < (inputs[node + 1] as number); g++) {
      let best = -1;
      for (let k = sources[g] as number; k < (sources[g + 1] as number); k++) {
        const member = members[k] as number;
        work++;
        if (failed[member] === 1) continue;
        if (inside[member] === 1) {
          best = member;
          break;
        }
        if (best === -1 || (tried[best] === 0 && tried[member] === 1)) best = member;
      }
      if (best === -1 || inside[best] === 1) continue;
      inside[best] = 1;
      group.push(best);
    }
  }
  return { nodes: group.slice(1), work };
}
