import { exactly, type Importance, type Network, type NetworkNode, ZERO } from './network.ts';
import type { ClassRow, LinkColumn, LinkRow, NodeColumn, NodeRow } from './network-csv.ts';

/** What had to be assumed because the files say nothing of it at all; each has a text in `cli.calc.cascade.assumed`. */
export const ASSUMPTIONS = ['weightless', 'linear', 'sectorless', 'closed', 'openEssential'] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

export type BareFiles = {
  readonly links: { readonly items: readonly LinkRow[]; readonly columns: ReadonlySet<LinkColumn> };
  readonly nodes?:
    | { readonly items: readonly NodeRow[]; readonly columns: ReadonlySet<NodeColumn> }
    | undefined;
  readonly classes?: { readonly items: readonly ClassRow[] } | undefined;
};

export type BareNetwork = {
  readonly network: Network;
  readonly assumed: readonly { readonly code: Assumption; readonly count: number }[];
};

/**
 * The network of bare files in the manner of the paper. Nodes in the order in which the links, then the sectors name
 * them; the id of a link is its number from 1.
 *
 * A fact that the files could have told, and that an empty cell leaves out, is not known: results are ranges. A fact
 * that they have no place for is the paper's: equal weights, a linear production function, nothing bought or sold
 * outside, and a node without a sector alone in its own.
 */
export function bareNetwork({ links, nodes, classes }: BareFiles): BareNetwork {
  const rows = new Map(nodes?.items.map((row) => [row.node, row]) ?? []);
  const ids = new Set<string>();
  for (const { from, to } of links.items) {
    ids.add(from);
    ids.add(to);
  }
  for (const id of rows.keys()) ids.add(id);

  const has = (column: NodeColumn): boolean => nodes?.columns.has(column) ?? false;
  const sells = has('revenue') || has('revenueMin') || has('revenueMax');
  const buys = has('purchases') || has('purchasesMin') || has('purchasesMax');
  const network: NetworkNode[] = [...ids].map((id) => {
    const row = rows.get(id);
    return {
      id,
      sector: row?.sector,
      outsideRevenue: sells ? row?.outsideRevenue : ZERO,
      outsidePurchases: buys ? row?.outsidePurchases : ZERO,
    };
  });

  const flags = new Map<string, Importance>();
  for (const { supplier, customer, importance } of classes?.items ?? [])
    flags.set(pairKey(supplier, customer), importance);
  const weighted = links.columns.has('weight') || links.columns.has('min') || links.columns.has('max');
  const stated = links.columns.has('essential');
  let open = 0;
  const importanceOf = ({ from, to, importance }: LinkRow): Importance => {
    if (stated && importance !== 'unknown') return importance;
    const [supplier, customer] = [rows.get(from)?.sector, rows.get(to)?.sector];
    const found = flags.get(pairKey(supplier, customer)) ?? flags.get(pairKey(supplier, undefined));
    if (found !== undefined) return found;
    if (!stated && classes === undefined) return 'linear';
    open++;
    return 'unknown';
  };
  const made = links.items.map((row, at) => ({
    id: `${at + 1}`,
    from: row.from,
    to: row.to,
    input: row.product,
    importance: importanceOf(row),
    volume: weighted ? row.volume : exactly(1),
    stockDays: row.stock,
    replaceDays: row.replace,
  }));

  const alone = network.filter(({ sector }) => sector === undefined).length;
  const assumed = [
    { code: 'weightless' as const, count: weighted ? 0 : made.length },
    { code: 'linear' as const, count: stated || classes ? 0 : made.length },
    { code: 'openEssential' as const, count: open },
    { code: 'sectorless' as const, count: alone },
    { code: 'closed' as const, count: sells ? 0 : network.length },
  ];
  return { network: { nodes: network, links: made }, assumed: assumed.filter(({ count }) => count > 0) };
}

/** Names may hold any character but the one between them. */
const pairKey = (supplier: string | undefined, customer: string | undefined): string =>
  `${supplier ?? ''}\u0000${customer ?? ''}`;
