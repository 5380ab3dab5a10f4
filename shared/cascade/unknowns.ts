import {
  exactly,
  isExact,
  type Network,
  type NetworkNode,
  type Range,
  type SupplyLink,
  UNKNOWN,
} from './network.ts';

/** Facts of a link or a node that may be a range. */
export const LINK_FACTS = [
  'volume',
  'share',
  'outputLoss',
  'cover',
  'stockDays',
  'replaceDays',
  'importance',
] as const;
export const NODE_FACTS = ['outsideRevenue', 'outsidePurchases'] as const;
export type LinkFact = (typeof LINK_FACTS)[number];
export type NodeFact = (typeof NODE_FACTS)[number];
export type Place =
  | { readonly kind: 'link'; readonly id: string; readonly fact: LinkFact }
  | { readonly kind: 'node'; readonly id: string; readonly fact: NodeFact };

/**
 * What a fact that is not known exactly is worth: the result if it turned out to be at its lower and at its upper end
 * (for an importance: linear and essential). `span` is how far the bounds of the two lie apart, nought when finding out
 * changes nothing.
 */
export type Worth = Place & { readonly low: Ends; readonly high: Ends; readonly span: number };
type Ends = { readonly min: number; readonly max: number };

/** Facts that stand open: ranges and unknowns, those of links first, in the order of the lists. */
export function openPlaces({ nodes, links }: Network, facts: ReadonlySet<LinkFact | NodeFact>): Place[] {
  const found: Place[] = [];
  for (const link of links) {
    for (const fact of LINK_FACTS) {
      if (!facts.has(fact)) continue;
      const open = fact === 'importance' ? link.importance === 'unknown' : isOpen(link, fact);
      if (open) found.push({ kind: 'link', id: link.id, fact });
    }
  }
  for (const node of nodes)
    for (const fact of NODE_FACTS)
      if (facts.has(fact) && !isExact(node[fact] ?? UNKNOWN)) found.push({ kind: 'node', id: node.id, fact });
  return found;
}

/** Absent is unknown for times; for the others it has a meaning of its own. */
function isOpen(link: SupplyLink, fact: Exclude<LinkFact, 'importance'>): boolean {
  const range = link[fact] ?? (fact === 'stockDays' || fact === 'replaceDays' ? UNKNOWN : undefined);
  return range !== undefined && !isExact(range);
}

const TIMES: ReadonlySet<LinkFact | NodeFact> = new Set(['stockDays', 'replaceDays']);
/** A quantity that outweighs all others; a time may be without end. */
const ENDLESS = 1e15;

/** The network in which one fact is known: to be at its lower or at its upper end. */
export function pinned(network: Network, place: Place, end: 'min' | 'max'): Network {
  const at = (range: Range | undefined, fact: LinkFact | NodeFact): Range => {
    const value = (range ?? UNKNOWN)[end];
    return exactly(TIMES.has(fact) ? value : Math.min(value, ENDLESS));
  };
  const node = (one: NetworkNode): NetworkNode =>
    place.kind === 'node' && one.id === place.id
      ? { ...one, [place.fact]: at(one[place.fact], place.fact) }
      : one;
  const link = (one: SupplyLink): SupplyLink => {
    if (place.kind !== 'link' || one.id !== place.id) return one;
    if (place.fact === 'importance') return { ...one, importance: end === 'min' ? 'linear' : 'essential' };
    return { ...one, [place.fact]: at(one[place.fact], place.fact) };
  };
  return { nodes: network.nodes.map(node), links: network.links.map(link) };
}

/**
 * Which missing facts would change the result, the one that changes it most first. `result` is run twice for each
 * open fact: give it a single number of one scenario, not a ranking. Facts that change nothing are left out.
 */
export function worthOf(
  network: Network,
  facts: ReadonlySet<LinkFact | NodeFact>,
  result: (network: Network) => Ends,
): Worth[] {
  return openPlaces(network, facts)
    .map((place): Worth => {
      const low = result(pinned(network, place, 'min'));
      const high = result(pinned(network, place, 'max'));
      return { ...place, low, high, span: Math.max(apart(low.min, high.min), apart(low.max, high.max)) };
    })
    .filter(({ span }) => span > 1e-12)
    .sort((a, b) => b.span - a.span);
}

/** Two infinite ends lie nowhere apart. */
const apart = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b));
