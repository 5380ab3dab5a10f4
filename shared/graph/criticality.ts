import { type Csr, csrOf } from './csr.ts';
import { createDisjointPaths } from './disjoint-paths.ts';
import { dominatorChain, dominatorsOf } from './dominators.ts';
import { entriesOf } from './entries.ts';
import { reachCounts } from './reach.ts';
import { type CutSets, createCutSets } from './supply/cut-sets.ts';
import { readSupplies, type Supplies } from './supply/net.ts';
import { singlePoints } from './supply/single-points.ts';

/**
 * On whom a target depends (IND-1 to IND-3, SC-2). Under AND and OR: `singlePoints` fail it by failing alone, whatever
 * is not known; `possiblePoints` may, depending on what is not known; every other node does not. `cutSets` are the
 * smallest groups that certainly fail it together. With all suppliers as alternatives (OR): `dominators` stand on every
 * way from where supply begins, nearest first; `independentPaths` is how many ways have no node in common, `minimumCut`
 * as many nodes that stand in all ways. `suppliers` are all that reach it, `direct` those in one step.
 */
export type Criticality = {
  readonly target: number;
  readonly direct: number;
  readonly suppliers: number;
  readonly singlePoints: Int32Array;
  readonly possiblePoints: Int32Array;
  readonly cutSets: CutSets;
  readonly dominators: readonly number[];
  readonly independentPaths: number;
  readonly minimumCut: readonly number[];
};

/** How much goes into the cut sets of one target: at most so much, and of all targets so much, but never too little. */
const WORK = { most: 20_000_000, all: 2_000_000_000, least: 50_000 };
const SETS = { most: 1_000, all: 200_000, least: 50 };
const limit = ({ most, all, least }: typeof WORK, targets: number): number =>
  Math.min(most, Math.max(least, Math.floor(all / targets)));

/** Of the whole, the parts that the two readings take, about. */
const READING = 0.4;

export type CriticalityOptions = {
  /** Most nodes in a cut set. */
  readonly size: number;
  /** Told which part of the work is done, now and then. */
  readonly progress?: ((part: number) => void) | undefined;
};

/**
 * Where supply ends: nodes without customers, and circles that supply nobody outside; of these, those that have a
 * supplier. In rising order: the targets when none are named.
 */
export function endsOf({ n, from, to, exists }: Supplies): number[] {
  const back = csrOf(n, ...(existing({ from, to, exists }).reverse() as [Int32Array, Int32Array]));
  const ends = entriesOf(back);
  return [...ends.keys()].filter(
    (v) => ends[v] === 1 && back.adj.subarray(back.off[v], back.off[v + 1]).some((u) => u !== v),
  );
}

/** The links that may be there. */
function existing({ from, to, exists }: Pick<Supplies, 'from' | 'to' | 'exists'>): [Int32Array, Int32Array] {
  return [from.filter((_, e) => exists?.[e] !== 'no'), to.filter((_, e) => exists?.[e] !== 'no')];
}

/** Criticality of each target, in their order. */
export function criticality(
  supplies: Supplies,
  targets: readonly number[],
  { size, progress }: CriticalityOptions,
): Criticality[] {
  const { n } = supplies;
  const [from, to] = existing(supplies);
  const rows = csrOf(n, from, to);
  const back = csrOf(n, to, from);
  const { least, most, open } = readSupplies(supplies);
  const tell = (start: number, span: number) => (done: number, of: number) =>
    progress?.(start + span * (done / of));
  const certain = singlePoints(least, targets, tell(0, open ? READING : 2 * READING));
  const possible = open ? singlePoints(most, targets, tell(READING, READING)) : certain;
  const reached = reachCounts(back);
  const entries = entriesOf(rows);
  const paths = createDisjointPaths(back, entries);
  const dominators = createDominators(rows, entries);
  const cutSets = createCutSets(least);
  const [work, sets] = [limit(WORK, targets.length), limit(SETS, targets.length)];
  return targets.map((target, t) => {
    const { cut } = paths(target);
    const points = certain[t] ?? new Int32Array();
    const sure = new Set(points);
    progress?.(2 * READING + ((1 - 2 * READING) * t) / targets.length);
    return {
      target,
      direct: new Set(back.adj.subarray(back.off[target], back.off[target + 1]).filter((v) => v !== target))
        .size,
      suppliers: reached[target] as number,
      singlePoints: points,
      possiblePoints: (possible[t] ?? points).filter((v) => !sure.has(v)),
      cutSets: cutSets(target, { size, sets, work }),
      // Two ways without a node in common leave nothing that stands on both.
      dominators: cut.length === 1 ? dominators(target) : [],
      independentPaths: cut.length,
      minimumCut: cut,
    };
  });
}

/** Dominators of a target, nearest first, from a root before all entries. */
function createDominators({ n, off, adj }: Csr, entries: Uint8Array) {
  const tree = (starts: readonly number[], shut: number): Int32Array => {
    const from: number[] = [];
    const to: number[] = [];
    for (let v = 0; v < n; v++) {
      if (v === shut) continue;
      for (let p = off[v] as number; p < (off[v + 1] as number); p++) {
        from.push(v);
        to.push(adj[p] as number);
      }
    }
    for (const start of starts) {
      from.push(n);
      to.push(start);
    }
    const [tails, heads] = [Int32Array.from(from), Int32Array.from(to)];
    return dominatorsOf(csrOf(n + 1, tails, heads), csrOf(n + 1, heads, tails), n);
  };
  const starts = [...entries.keys()].filter((v) => entries[v] === 1);
  let common: Int32Array | undefined;
  return (target: number): number[] => {
    // A target in a circle where supply begins is supplied by the others of the circle: a tree of its own.
    if (entries[target] === 1)
      return dominatorChain(
        tree(
          starts.filter((v) => v !== target),
          target,
        ),
        target,
      );
    common ??= tree(starts, -1);
    return dominatorChain(common, target);
  };
}
