import { inputsByNode } from '../graph/inputs.ts';
import type { CaseGraph, GraphEdge, GraphNode } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';
import { isNeeded, READINGS, type Reading } from './readings.ts';

/** An input of a node, by number, in one reading: which edges are its sources, and whether the node needs it. */
export type Need = { readonly to: number; readonly sources: readonly number[]; readonly needed: boolean };

/**
 * The edges of a graph that carry losses, by number. `needs[reading]` are the inputs in that reading and
 * `needsOf[reading][edge]` those that an edge is a source of. Where it is not recorded which sources can replace each
 * other, the worst reading takes each for needed and the best all of one kind for alternatives.
 */
export type Chain = {
  readonly nodes: readonly GraphNode[];
  readonly index: ReadonlyMap<RecordId, number>;
  readonly edges: readonly GraphEdge[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edges by the node that they leave. */
  readonly leaving: readonly (readonly number[])[];
  readonly entering: readonly (readonly number[])[];
  readonly needs: Readonly<Record<Reading, readonly Need[]>>;
  readonly needsOf: Readonly<Record<Reading, readonly (readonly number[])[]>>;
};

/** O(n + m). Edges whose ends are not in the graph are left out. */
export function compileChain(graph: CaseGraph): Chain {
  const { nodes } = graph;
  const index = new Map(nodes.map(({ record }, i) => [record, i]));
  const edges = graph.edges.filter(
    ({ flow, from, to }) => flow && index.has(from) && index.has(to) && from !== to,
  );
  const number = new Map(edges.map(({ record }, e) => [record, e]));
  const from = Int32Array.from(edges, (edge) => index.get(edge.from) as number);
  const to = Int32Array.from(edges, (edge) => index.get(edge.to) as number);
  const leaving: number[][] = nodes.map(() => []);
  const entering: number[][] = nodes.map(() => []);
  for (let e = 0; e < edges.length; e++) {
    leaving[from[e] as number]?.push(e);
    entering[to[e] as number]?.push(e);
  }
  const inputs = [...inputsByNode({ nodes, edges }).values()].flat();
  const numbers = (sources: readonly GraphEdge[]): number[] =>
    sources.map(({ record }) => number.get(record) as number);
  const stated = inputs.filter((input) => input.stated).map(({ to, sources }) => ({ to, sources }));
  const alone = inputs.filter((input) => !input.stated);
  const grouped = {
    worst: alone.map(({ to, sources }) => ({ to, sources })),
    best: [...Map.groupBy(alone, ({ to, sources: [first] }) => `${to} ${first?.kind}`).values()].map(
      (group) => ({ to: group[0]?.to as RecordId, sources: group.flatMap(({ sources }) => sources) }),
    ),
  };
  const needsIn = (reading: Reading): Need[] =>
    [...stated, ...grouped[reading]].map(({ to, sources }) => ({
      to: index.get(to) as number,
      sources: numbers(sources),
      needed: sources.some((edge) => isNeeded(edge, reading)),
    }));
  const needs = { worst: needsIn('worst'), best: needsIn('best') };
  const needsOf = (reading: Reading): number[][] => {
    const of: number[][] = edges.map(() => []);
    for (const [n, { sources }] of needs[reading].entries()) for (const e of sources) of[e]?.push(n);
    return of;
  };
  const [worst, best] = READINGS.map(needsOf) as [number[][], number[][]];
  return { nodes, index, edges, from, to, leaving, entering, needs, needsOf: { worst, best } };
}
