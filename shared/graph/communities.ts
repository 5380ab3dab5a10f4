import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { partsOf } from './parts.ts';
import { seeded } from './random.ts';
import { simpleLinks } from './simple.ts';

/**
 * Groups of nodes that have more links among themselves than chance would give. `of[v]` is the group of a node, numbered
 * from 0 in the order of the first node of each; `modularity` says how much more. `broken` are groups whose members are
 * not connected within the group: Louvain does not promise that they are (Traag and others 2019), so that such a group
 * is to be looked at, not believed.
 */
export type Communities = {
  readonly of: Int32Array;
  readonly count: number;
  readonly modularity: number;
  readonly broken: readonly number[];
};

/**
 * Communities by the Louvain method (Blondel and others 2008), direction ignored, weights of parallel links added up.
 * The order in which nodes are visited is drawn from `seed`: another seed may give another, equally good answer.
 *
 * Says who is close to whom; treats links as alternatives (OR) and says nothing of who is needed.
 */
export function communitiesOf(
  n: number,
  from: Int32Array,
  to: Int32Array,
  weight: Float64Array | undefined,
  seed: number,
): Communities {
  const links = simpleLinks(n, from, to, false);
  const sums = new Float64Array(links.from.length);
  links.of.forEach((k, e) => {
    if (k !== -1) sums[k] = (sums[k] as number) + (weight === undefined ? 1 : (weight[e] as number));
  });
  if (sums.length === 0)
    return { of: Int32Array.from({ length: n }, (_, v) => v), count: n, modularity: 0, broken: [] };
  const graph = new UndirectedGraph();
  for (let v = 0; v < n; v++) graph.addNode(v);
  for (let k = 0; k < sums.length; k++)
    graph.addUndirectedEdgeWithKey(k, links.from[k], links.to[k], { weight: sums[k] });
  const { communities, modularity } = louvain.detailed(graph, {
    getEdgeWeight: 'weight',
    rng: seeded(seed),
  });
  const number = new Map<number | undefined, number>();
  const of = Int32Array.from({ length: n }, (_, v) => {
    const own = number.get(communities[v]) ?? number.size;
    number.set(communities[v], own);
    return own;
  });
  return { of, count: number.size, modularity, broken: brokenOf(n, links.from, links.to, of) };
}

/** Groups that fall apart when only the links within a group are left. */
function brokenOf(n: number, from: Int32Array, to: Int32Array, of: Int32Array): number[] {
  const within = [...from.keys()].filter((e) => of[from[e] as number] === of[to[e] as number]);
  const parts = partsOf(
    n,
    Int32Array.from(within, (e) => from[e] as number),
    Int32Array.from(within, (e) => to[e] as number),
  );
  const partOf = new Map<number, number>();
  const broken = new Set<number>();
  of.forEach((group, v) => {
    const part = parts.of[v] as number;
    if ((partOf.get(group) ?? part) !== part) broken.add(group);
    partOf.set(group, part);
  });
  return [...broken].sort((a, b) => a - b);
}
