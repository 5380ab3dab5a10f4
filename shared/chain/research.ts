import { type Amount, boundsOf, isKnown } from '../graph/amount.ts';
import type { CaseGraph, GraphEdge } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';

/**
 * Research of one company (IND-2): how much of its revenue goes into it, and how it is entangled with others.
 * `intensity` is the recorded one, or spending over revenue. `partners` are those it works with; `shared` how many of
 * their own partners a pair has in common with it; `density` the part of all pairs in the neighbourhood (the company
 * left out) that work together: near 1 everybody works with everybody and one that leaves tears many ties.
 */
export type Research = {
  readonly intensity: Amount;
  readonly computed: boolean;
  readonly patents: Amount;
  readonly partners: readonly {
    readonly node: RecordId;
    readonly relation: RecordId;
    readonly topics: readonly string[];
    readonly jointPatents: Amount;
    readonly sharedPeople: Amount;
    readonly jointOwnership: GraphEdge['jointOwnership'];
    readonly publicFunding: Amount;
    readonly shared: number;
  }[];
  readonly density: number | null;
};

/** Spending over revenue with their bounds; undefined when one of both is not known or revenue can be nought. */
export function ratioOf(part: Amount, whole: Amount): Amount | undefined {
  if (!isKnown(part) || !isKnown(whole)) return undefined;
  const [low, high] = boundsOf(part);
  const [least, most] = boundsOf(whole);
  if (least <= 0) return undefined;
  const [min, max] = [low / most, high / least];
  if (min === max) return { kind: 'exact', value: min };
  return { kind: 'range', min, max: Number.isFinite(max) ? max : null };
}

export function researchOf(graph: CaseGraph, company: RecordId): Research | undefined {
  const node = graph.nodes.find(({ record }) => record === company);
  if (node === undefined) return undefined;
  const ties = graph.edges.filter(({ kind, exists }) => kind === 'collaborates' && exists !== 'no');
  const partnersOf = (of: RecordId): Set<RecordId> =>
    new Set(ties.flatMap(({ from, to }) => (from === of ? [to] : to === of ? [from] : [])));
  const own = partnersOf(company);
  const partners = ties
    .filter(({ from, to }) => from === company || to === company)
    .map((tie) => {
      const other = tie.from === company ? tie.to : tie.from;
      const common = [...partnersOf(other)].filter((one) => own.has(one));
      return {
        node: other,
        relation: tie.record,
        topics: tie.topics,
        jointPatents: tie.jointPatents,
        sharedPeople: tie.sharedPeople,
        jointOwnership: tie.jointOwnership,
        publicFunding: tie.publicFunding,
        shared: common.length,
      };
    })
    .sort((a, b) => b.shared - a.shared || (a.node < b.node ? -1 : 1));
  const pairs = (own.size * (own.size - 1)) / 2;
  const tied = new Set(
    ties
      .filter(({ from, to }) => own.has(from) && own.has(to))
      .map(({ from, to }) => [from, to].sort().join(' ')),
  ).size;
  const computed = isKnown(node.rdIntensity) ? undefined : ratioOf(node.rdSpend, node.revenue);
  return {
    intensity: computed ?? node.rdIntensity,
    computed: computed !== undefined,
    patents: node.patents,
    partners,
    density: pairs === 0 ? null : tied / pairs,
  };
}
