import { csrOf } from '../graph/csr.ts';
import { createDisjointPaths } from '../graph/disjoint-paths.ts';
import { entriesOf } from '../graph/entries.ts';
import { createCutSets } from '../graph/supply/cut-sets.ts';
import { type Net, netOf } from '../graph/supply/net.ts';
import type { RecordId } from '../model/ids.ts';
import type { Chain } from './compile.ts';
import { hasOtherSources } from './readings.ts';

/**
 * Sets of two that fail a process together where neither does alone, whatever is unknown; and how many supply paths to
 * it have nobody in common (all lines alternatives). Stock and replacement do not count here: it is about structure.
 */
export type Together = {
  readonly process: RecordId;
  readonly pairs: readonly (readonly RecordId[])[];
  /** False: there may be more pairs, the search was cut off. */
  readonly complete: boolean;
  readonly paths: number;
};

const LIMITS = { size: 2, sets: 200, work: 2_000_000 } as const;

export function togetherOf(chain: Chain, processes: readonly number[]): Together[] {
  const { nodes, from, to, edges } = chain;
  const n = nodes.length;
  const net = netOfChain(chain);
  const cutSetsOf = createCutSets(net);
  const pathsTo = createDisjointPaths(csrOf(n, to, from), entriesOf(csrOf(n, from, to)));
  return processes.map((process) => {
    const { sets, complete } = cutSetsOf(process, LIMITS);
    const others = sets.filter((set) => set.length === 2);
    return {
      process: nodes[process]?.record as RecordId,
      pairs: others.map((set) => set.map((node) => nodes[node]?.record as RecordId)),
      complete: complete >= LIMITS.size,
      paths: edges.length === 0 ? 0 : pathsTo(process).paths.length,
    };
  });
}

/** The needs of every node in the best reading: what is lost there is lost whatever the unknowns turn out to be. */
function netOfChain({ nodes, edges, from, needs }: Chain): Net {
  const byNode: number[][][] = nodes.map(() => []);
  for (const { to, sources, needed } of needs.best) {
    const known = sources.flatMap((e) => edges[e] ?? []);
    if (!needed || hasOtherSources(known, 'best') || known.some(({ exists }) => exists !== 'yes')) continue;
    byNode[to]?.push(sources.map((e) => from[e] as number));
  }
  return netOf(byNode);
}
