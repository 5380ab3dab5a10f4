import type { CaseGraph, GraphEdge } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';

/** Facts of an edge in which two days can differ. */
export const COMPARED = [
  'essential',
  'singleSource',
  'share',
  'value',
  'stockCover',
  'timeToReplace',
  'outputLoss',
  'state',
] as const satisfies readonly (keyof GraphEdge)[];
export type Compared = (typeof COMPARED)[number];

export type EdgeChange = {
  readonly before: GraphEdge;
  readonly after: GraphEdge;
  readonly facts: readonly Compared[];
};
export type ChainChanges = {
  readonly added: readonly GraphEdge[];
  readonly removed: readonly GraphEdge[];
  readonly changed: readonly EdgeChange[];
};

/** What changed in the edges that carry losses, between two graphs of one case. */
export function compareChains(before: CaseGraph, after: CaseGraph): ChainChanges {
  const flowsOf = (graph: CaseGraph): Map<RecordId, GraphEdge> =>
    new Map(
      graph.edges.filter(({ flow, state }) => flow || state !== 'current').map((edge) => [edge.record, edge]),
    );
  const [old, now] = [flowsOf(before), flowsOf(after)];
  return {
    added: [...now.values()].filter(({ record }) => !old.has(record)),
    removed: [...old.values()].filter(({ record }) => !now.has(record)),
    changed: [...now.values()].flatMap((edge) => {
      const was = old.get(edge.record);
      if (was === undefined) return [];
      const facts = COMPARED.filter((fact) => JSON.stringify(was[fact]) !== JSON.stringify(edge[fact]));
      return facts.length === 0 ? [] : [{ before: was, after: edge, facts }];
    }),
  };
}
