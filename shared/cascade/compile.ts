import { type Csr, csrOf } from '../graph/csr.ts';
import { flowOrder } from '../graph/flow-order.ts';
import { type Importance, isExact, type Network, type NetworkNode, type Range, UNKNOWN } from './network.ts';

/**
 * A network by number. Nodes 0 to n - 1 in the order of the list, links by their place in the list. `sellers` are the
 * links by supplier, `buyers` by customer, ordered by group within a customer.
 *
 * A **group** is an input of a customer with all its sources. It is as important as the strongest that is said of any
 * of its links, where unknown is stronger than linear: it may turn out to be essential.
 */
export type Compiled = {
  readonly network: Network;
  readonly n: number;
  readonly index: ReadonlyMap<string, number>;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly sector: Int32Array;
  readonly sectors: number;
  /** The group of each link, and the importance of each group. */
  readonly group: Int32Array;
  readonly importance: readonly Importance[];
  readonly sellers: Csr;
  readonly buyers: Csr;
  /** Suppliers before their customers, as far as circles allow; and the place of each node in it. */
  readonly order: Int32Array;
  readonly place: Int32Array;
  /** Nothing that the fixed point depends on is a range. */
  readonly exact: boolean;
};

const STRENGTH: Readonly<Record<Importance, number>> = { none: 0, linear: 1, unknown: 2, essential: 3 };

export const outsideRevenue = (node: NetworkNode | undefined): Range => node?.outsideRevenue ?? UNKNOWN;
export const outsidePurchases = (node: NetworkNode | undefined): Range => node?.outsidePurchases ?? UNKNOWN;

/** Whether the static cascade has one answer: stock and time do not matter to it. */
function isPoint({ nodes, links }: Network): boolean {
  return (
    nodes.every((node) => isExact(outsideRevenue(node)) && isExact(outsidePurchases(node))) &&
    links.every(
      ({ volume, share, outputLoss, importance }) =>
        importance !== 'unknown' &&
        isExact(volume) &&
        (share === undefined || isExact(share)) &&
        (outputLoss === undefined || isExact(outputLoss)),
    )
  );
}

/**
 * Numbers the nodes and orders the links. O(n + m log m).
 * @throws when a link names a node that is not there or two nodes have one id: the caller has checked both.
 */
export function compile(network: Network): Compiled {
  const { nodes, links } = network;
  const n = nodes.length;
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  if (index.size !== n) throw new Error('two nodes with one id');
  const at = (id: string): number => {
    const node = index.get(id);
    if (node === undefined) throw new Error('a link to a node that is not there');
    return node;
  };
  const from = Int32Array.from(links, (link) => at(link.from));
  const to = Int32Array.from(links, (link) => at(link.to));

  const sectorIds = new Map<string, number>();
  const sector = new Int32Array(n);
  nodes.forEach((node, i) => {
    // A node without a sector is the only one of its own.
    const name = node.sector === undefined ? `n${i}` : `s${node.sector}`;
    const known = sectorIds.get(name) ?? sectorIds.size;
    sectorIds.set(name, known);
    sector[i] = known;
  });

  const groupIds = new Map<string, number>();
  const importance: Importance[] = [];
  const group = Int32Array.from(links, ({ input, importance: stated }, e) => {
    const source = input === undefined ? `s${sector[from[e] as number]}` : `i${input}`;
    const name = `${to[e]} ${source}`;
    const known = groupIds.get(name);
    if (known !== undefined) {
      if (STRENGTH[stated] > STRENGTH[importance[known] as Importance]) importance[known] = stated;
      return known;
    }
    groupIds.set(name, importance.length);
    importance.push(stated);
    return importance.length - 1;
  });

  const sellers = csrOf(n, from, to);
  const order = flowOrder(sellers);
  const place = new Int32Array(n);
  for (let k = 0; k < n; k++) place[order[k] as number] = k;
  return {
    network,
    n,
    index,
    from,
    to,
    sector,
    sectors: sectorIds.size,
    group,
    importance,
    sellers,
    buyers: byGroup(csrOf(n, to, from), group),
    order,
    place,
    exact: isPoint(network),
  };
}

/** The same rows with the links of one group next to each other. */
function byGroup({ n, off, adj, link }: Csr, group: Int32Array): Csr {
  const places = Int32Array.from(adj, (_, p) => p);
  for (let i = 0; i < n; i++) {
    places
      .subarray(off[i], off[i + 1])
      .sort((p, q) => (group[link[p] as number] as number) - (group[link[q] as number] as number) || p - q);
  }
  return { n, off, adj: places.map((p) => adj[p] as number), link: places.map((p) => link[p] as number) };
}
