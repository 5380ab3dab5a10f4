import { compileChain } from '#shared/chain/compile.ts';
import { coreNumbers } from '#shared/graph/core-numbers.ts';
import { csrOf } from '#shared/graph/csr.ts';
import { cutsOf } from '#shared/graph/cut-vertices.ts';
import type { CaseGraph } from '#shared/graph/model.ts';
import { pageRank } from '#shared/graph/page-rank.ts';
import { scaled } from '#shared/graph/scale.ts';
import { simpleLinks } from '#shared/graph/simple.ts';
import { undirectedOf } from '#shared/graph/undirected.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { dependencies } from './betweenness.ts';

/** What the drawing of the chain says of a node, lines being alternatives of each other. */
export type Measures = {
  readonly node: RecordId;
  readonly lines: number;
  readonly betweenness: number;
  readonly pageRank: number;
  readonly core: number;
  readonly cut: boolean;
};

/** Measures of all nodes that have a line, the most between others first. @throws an AbortError after `signal`. */
export async function measuresOf(
  graph: CaseGraph,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<Measures[]> {
  const { nodes, from, to, leaving, entering } = compileChain(graph);
  const n = nodes.length;
  const simple = simpleLinks(n, from, to, true);
  const sources = Int32Array.from({ length: n }, (_, node) => node);
  const rows = csrOf(n, simple.from, simple.to);
  const { normalised } = scaled(await dependencies(rows, sources, { signal, onProgress }), n, true);
  const { rank } = pageRank(n, simple.from, simple.to);
  const loose = simpleLinks(n, from, to, false);
  const both = undirectedOf(n, loose.from, loose.to);
  const cores = coreNumbers(both);
  const { cut } = cutsOf(both);
  return nodes
    .map(({ record }, node) => ({
      node: record,
      lines: (leaving[node]?.length ?? 0) + (entering[node]?.length ?? 0),
      betweenness: normalised[node] as number,
      pageRank: rank[node] as number,
      core: cores[node] as number,
      cut: cut[node] === 1,
    }))
    .filter(({ lines }) => lines > 0)
    .sort((a, b) => b.betweenness - a.betweenness || b.lines - a.lines || (a.node < b.node ? -1 : 1));
}
