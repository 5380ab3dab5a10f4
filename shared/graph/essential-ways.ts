import type { RecordId } from '../model/ids.ts';
import type { CaseGraph, GraphEdge, GraphNode } from './model.ts';

/** Whom a company supplies without an alternative, and the relations of one way to each, from the company on. */
export type EssentialWays = { readonly nodes: readonly RecordId[]; readonly relations: readonly RecordId[] };

/**
 * Ways from a company to parties of a kind on which every relation is recorded as essential and none has a recorded
 * substitute (SC-2: an essential supplier). What is not recorded makes no way: it may exist, nothing is said of it.
 */
export function essentialWays(
  { nodes, edges }: CaseGraph,
  company: RecordId,
  isGoal: (node: GraphNode) => boolean,
): EssentialWays {
  const next = Map.groupBy(
    edges.filter(
      ({ flow, essential, substitutes }) => flow && essential === 'yes' && substitutes.length === 0,
    ),
    ({ from }) => from,
  );
  const goals = new Set(nodes.filter(isGoal).map(({ record }) => record));
  const by = new Map<RecordId, GraphEdge | null>([[company, null]]);
  const found: RecordId[] = [];
  for (const [node] of by) {
    if (node !== company && goals.has(node)) found.push(node);
    for (const edge of next.get(node) ?? []) if (!by.has(edge.to)) by.set(edge.to, edge);
  }
  const relations = new Set<RecordId>();
  for (const node of found)
    for (let edge = by.get(node); edge; edge = by.get(edge.from)) relations.add(edge.record);
  return { nodes: found, relations: [...relations].reverse() };
}
