import { csvText } from '../csv.ts';
import { attributeTypes, type OpenGraph } from './open-graph.ts';

/**
 * A graph as two tables, of nodes and of edges, with a column for each attribute. Cells that a spreadsheet would run
 * are made harmless.
 */
export function graphTables({ nodes, edges }: OpenGraph): { readonly nodes: string; readonly edges: string } {
  const nodeNames = [...attributeTypes(nodes).keys()];
  const edgeNames = [...attributeTypes(edges).keys()];
  return {
    nodes: csvText([
      ['id', ...nodeNames],
      ...nodes.map(({ id, attributes }) => [id, ...nodeNames.map((name) => attributes[name])]),
    ]),
    edges: csvText([
      ['id', 'source', 'target', 'directed', ...edgeNames],
      ...edges.map(({ id, source, target, directed, attributes }) => [
        id,
        source,
        target,
        directed,
        ...edgeNames.map((name) => attributes[name]),
      ]),
    ]),
  };
}
