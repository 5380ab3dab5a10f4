import type { OwnershipGraph } from './compile.ts';
import { CONTROLLED, Pass } from './control-pass.ts';
import { MAJORITY, type Threshold, ticksNeeded, toTicks } from './ticks.ts';

type Graph = Omit<OwnershipGraph, 'findings'>;

/** Holders that the data each make a certain controller of one company, by a right or by their votes. */
export type Claimants = { readonly company: number; readonly holders: readonly number[] };

/** Whether any company has a certain right and another claim beside it. */
export const hasContest = (graph: Graph): boolean =>
  graph.right.includes(2) && severalClaimants(graph, MAJORITY).length > 0;

/** Companies with several claimants of which at least one is by right, or of which the votes do not fit together. */
export function severalClaimants(graph: Graph, threshold: Threshold): Claimants[] {
  const needed = ticksNeeded(threshold);
  const { owners, ids } = graph;
  const found: Claimants[] = [];
  for (let company = 0; company < ids.length; company++) {
    const begin = owners.off[company] as number;
    const end = owners.off[company + 1] as number;
    if (end - begin < 2) continue;
    const votes = new Map<number, number>();
    for (let p = begin; p < end; p++) {
      const holder = owners.adj[p] as number;
      const link = owners.link[p] as number;
      if (holder === company) continue;
      const ticks = graph.right[link] === 2 ? needed : toTicks(graph.min[link] as number);
      votes.set(holder, (votes.get(holder) ?? 0) + ticks);
    }
    const holders = [...votes].filter(([, ticks]) => ticks >= needed).map(([holder]) => holder);
    if (holders.length > 1) found.push({ company, holders });
  }
  return found;
}

/**
 * Claimants apart from each other: nobody, not even one of them, certainly controls them all. Where one party stands
 * behind them the claims do not contradict each other.
 */
export function contests(graph: Graph, threshold: Threshold = MAJORITY): Claimants[] {
  const several = severalClaimants(graph, threshold);
  if (several.length === 0) return [];
  const pass = new Pass(graph, threshold, { add: graph.min, right: 2 });
  return several.filter(({ company, holders }) => !haveOneAbove(graph, pass, company, holders));
}

/** Marks the contested companies; undefined when there are none. */
export function contestedCompanies(graph: Graph, threshold: Threshold): Uint8Array | undefined {
  if (!graph.right.includes(2)) return undefined;
  const found = contests(graph, threshold);
  if (found.length === 0) return undefined;
  const marks = new Uint8Array(graph.ids.length);
  for (const { company } of found) marks[company] = 1;
  return marks;
}

function haveOneAbove(graph: Graph, pass: Pass, company: number, holders: readonly number[]): boolean {
  const { off, adj } = graph.owners;
  const above = new Set(holders);
  for (const node of above)
    for (let p = off[node] as number; p < (off[node + 1] as number); p++)
      if (adj[p] !== company) above.add(adj[p] as number);
  for (const node of above) {
    const controlled = new Set(
      pass.run([node]).flatMap((one) => (one.state >= CONTROLLED ? [one.node] : [])),
    );
    if (holders.every((holder) => holder === node || controlled.has(holder))) return true;
  }
  return false;
}
