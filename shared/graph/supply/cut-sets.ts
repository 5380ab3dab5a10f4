import { createFailing } from './failing.ts';
import { createKeeping } from './keeping.ts';
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
 * Minimal cut sets of any target of an AND/OR net (Reiter's hitting sets, 1987). As long as the target works there is a
 * group that keeps it working by itself (a source for each input of each of its members); every cut set must hit that
 * group, so its members are tried one by one, each time without those that were tried before. Sets of one size after
 * those of the size below, so that what is found first is what matters most. A single point of failure is a set of one.
 */
export function createCutSets(net: Net) {
  const failing = createFailing(net);
  const keeping = createKeeping(net);
  const tried = new Uint8Array(net.n);

  return (target: number, limits: CutSetLimits): CutSets => {
    const sets: number[][] = [];
    const chosen: number[] = [];
    const begun = failing.work;
    let looked = 0;
    const within = (): boolean => looked + failing.work - begun <= limits.work && sets.length < limits.sets;

    /** Whether the target works as soon as any one of the set does. */
    const isMinimal = (set: readonly number[]): boolean => {
      failing.undo(0);
      const minimal = set.every((out) => {
        for (const node of set) if (node !== out) failing.shut(node);
        const works = failing.failed[target] === 0;
        failing.undo(0);
        return works;
      });
      for (const node of chosen) failing.shut(node);
      return minimal;
    };
    const explore = (room: number): void => {
      const group = keeping(target, failing.failed, tried);
      looked += group.work;
      const untried = group.nodes.filter((node) => tried[node] === 0);
      const marked: number[] = [];
      for (const node of untried) {
        if (!within()) break;
        const mark = failing.mark();
        failing.shut(node);
        const fails = failing.failed[target] === 1;
        if (!fails && room > 1) {
          chosen.push(node);
          explore(room - 1);
          chosen.pop();
        }
        failing.undo(mark);
        if (fails && room === 1 && isMinimal([...chosen, node]))
          sets.push([...chosen, node].sort((a, b) => a - b));
        tried[node] = 1;
        marked.push(node);
      }
      for (const node of marked) tried[node] = 0;
    };

    let complete = 0;
    for (let size = 1; size <= limits.size; size++) {
      const known = sets.length;
      explore(size);
      sets.push(...sets.splice(known).sort(byNumbers));
      if (!within()) break;
      complete = size;
    }
    return { sets, complete, asked: limits.size };
  };
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
