import type { RecordId } from '../model/ids.ts';
import type { CaseGraph, GraphEdge, Ternary } from './model.ts';

/**
 * One input of a node with the sources that it has now. Sources of one input are alternatives (OR); the inputs of a
 * node are all needed as far as essential (AND). `essential`: yes when one of its edges is recorded so, no when all
 * are recorded as not essential. `stated`: that the sources belong together is recorded, not assumed.
 */
export type Input = {
  readonly key: string;
  readonly label: string;
  readonly product?: RecordId;
  readonly to: RecordId;
  readonly stated: boolean;
  readonly essential: Ternary;
  readonly sources: readonly GraphEdge[];
};

const joint = (edges: readonly GraphEdge[]): Ternary => {
  if (edges.some(({ essential }) => essential === 'yes')) return 'yes';
  return edges.every(({ essential }) => essential === 'no') ? 'no' : 'unknown';
};

/** The inputs of every node that has any, over the edges that carry losses, in the order of the edges. */
export function inputsByNode(graph: CaseGraph): ReadonlyMap<RecordId, readonly Input[]> {
  const byNode = Map.groupBy(
    graph.edges.filter(({ flow }) => flow),
    ({ to }) => to,
  );
  return new Map([...byNode].map(([to, edges]) => [to, inputsAt(to, edges)]));
}

function inputsAt(to: RecordId, edges: readonly GraphEdge[]): Input[] {
  const sources = new Map<string, GraphEdge[]>();
  const refs = new Map<string, GraphEdge['inputs'][number]>();
  for (const edge of edges)
    for (const input of edge.inputs) {
      sources.set(input.key, [...(sources.get(input.key) ?? []), edge]);
      if (!refs.has(input.key)) refs.set(input.key, input);
    }
  return [...refs.values()].map(({ key, label, product, stated }) => {
    const own = sources.get(key) ?? [];
    return {
      key,
      label,
      ...(product === undefined ? {} : { product }),
      to,
      stated,
      essential: joint(own),
      sources: own,
    };
  });
}
