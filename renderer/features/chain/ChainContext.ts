import { createContext, useContext, useMemo } from 'react';
import type { ChainWords } from '#shared/chain/wording.ts';
import type { GraphEdge, GraphNode } from '#shared/graph/model.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Given } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';

export type ChainGraph = Given<'chain.graph'>;
export type ChainStudy = Given<'chain.study'>;
export type Finding = ChainStudy['findings'][number];
export type Point = NonNullable<ChainStudy['points']>[number];

export type Chain = {
  readonly day: string;
  readonly graph: ChainGraph;
  readonly nodes: ReadonlyMap<RecordId, GraphNode>;
  readonly edges: ReadonlyMap<RecordId, GraphEdge>;
  readonly words: ChainWords;
  /** Shows one relation at the side of the screen. */
  readonly openEdge: (relation: RecordId) => void;
};

export const ChainContext = createContext<Chain | null>(null);

/** The network that is shown, inside the tab. */
export const useChain = (): Chain => {
  const chain = useContext(ChainContext);
  if (chain === null) throw new Error('useChain outside the tab');
  return chain;
};

/** A network by record with the words to speak of it. */
export function useNetwork(graph: ChainGraph): Omit<Chain, 'openEdge' | 'day'> {
  const t = useT();
  const lang = useLang();
  return useMemo(() => {
    const nodes = new Map(graph.nodes.map((node): [RecordId, GraphNode] => [node.record, node as GraphNode]));
    const edges = new Map(graph.edges.map((edge): [RecordId, GraphEdge] => [edge.record, edge as GraphEdge]));
    const words: ChainWords = {
      t,
      lang,
      nameOf: (record) => nodes.get(record)?.label ?? '…',
      edgeOf: (record) => edges.get(record),
    };
    return { graph, nodes, edges, words };
  }, [graph, t, lang]);
}
