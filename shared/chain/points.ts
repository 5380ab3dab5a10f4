import type { RecordId } from '../model/ids.ts';
import type { Chain } from './compile.ts';
import { type Hit, hitAt, type Impact, impactOf, isHit, proofOf, type Verdict } from './impact.ts';

/**
 * A node whose stop alone reaches vital processes: with the processes, and how plain counting would have placed it.
 * `degree` is its number of relations that carry losses, `degreeRank` its place by that number (1 is most, ties share
 * the better place), `direct` that it stands next to the process.
 */
export type SinglePoint = {
  readonly node: RecordId;
  readonly verdict: Verdict;
  readonly hits: readonly Hit[];
  readonly degree: number;
  readonly degreeRank: number;
  readonly direct: boolean;
};

/** Alternatives of one input that all rest on one node: each looks like a second source and is none. */
export type SharedRoot = {
  readonly customer: RecordId;
  readonly input: string;
  readonly sources: readonly RecordId[];
  readonly root: RecordId;
  readonly verdict: Verdict;
  /** From the root to the sources, and from these to the customer. */
  readonly relations: readonly RecordId[];
};

/** `of`: how many nodes have a relation that carries losses, the number that degree ranks are out of. */
export type Points = {
  readonly points: readonly SinglePoint[];
  readonly shared: readonly SharedRoot[];
  readonly of: number;
};

/** Lets others breathe or stop the work: called after each node, with how many are done. */
export type Tick = (done: number) => void;

/**
 * Stops every node in turn and looks which of the processes are reached, under AND and OR (unlike cut vertices of a
 * drawing, which take every line for an alternative). Points are ordered by verdict, then by the soonest effect.
 */
export function singlePoints(chain: Chain, processes: readonly number[], tick?: Tick): Points {
  const degree = chain.nodes.map(
    (_, node) => (chain.leaving[node]?.length ?? 0) + (chain.entering[node]?.length ?? 0),
  );
  const rankOf = (node: number): number =>
    1 + degree.filter((other) => other > (degree[node] as number)).length;
  const points: SinglePoint[] = [];
  const doubled = chain.needs.worst.flatMap(({ to, sources: edges }) => {
    const sources = new Set(edges.map((e) => chain.from[e] as number));
    return sources.size < 2 ? [] : [{ to, edges, sources }];
  });
  const roots: (SharedRoot & { readonly at: number; readonly stops: ReadonlySet<number> })[] = [];
  for (const [node, { record }] of chain.nodes.entries()) {
    tick?.(node);
    if (chain.leaving[node]?.length === 0) continue;
    const impact = impactOf(chain, [node]);
    const reached = processes.filter((process) => process !== node && isHit(impact, process));
    if (reached.length > 0) {
      const hits = reached.map((process) => hitAt(chain, impact, process)).sort((a, b) => a.from - b.from);
      points.push({
        node: record,
        verdict: hits.some(({ verdict }) => verdict === 'certain') ? 'certain' : 'possible',
        hits,
        degree: degree[node] as number,
        degreeRank: rankOf(node),
        direct: (chain.leaving[node] ?? []).some((e) => processes.includes(chain.to[e] as number)),
      });
    }
    const stops = new Set(chain.nodes.flatMap((_, other) => (isHit(impact, other) ? [other] : [])));
    for (const { to, edges, sources } of doubled) {
      if (sources.has(node) || to === node || ![...sources].every((source) => stops.has(source))) continue;
      const input = chain.edges[edges[0] as number]?.inputs.find(({ key }) =>
        edges.every((e) => chain.edges[e]?.inputs.some((other) => other.key === key)),
      );
      const certain = [...sources].every((source) => impact.best.day[source] !== Number.POSITIVE_INFINITY);
      roots.push({
        customer: chain.nodes[to]?.record as RecordId,
        input: input?.label ?? '',
        sources: [...sources].map((source) => chain.nodes[source]?.record as RecordId).sort(),
        root: record,
        verdict: certain ? 'certain' : 'possible',
        relations: proofOfNeed(chain, impact, edges),
        at: node,
        stops,
      });
    }
  }
  return {
    points: points.sort(bySeverity),
    shared: nearest(roots),
    of: degree.filter((lines) => lines > 0).length,
  };
}

function proofOfNeed(chain: Chain, impact: Impact, edges: readonly number[]): RecordId[] {
  const proof = new Set(edges.flatMap((e) => proofOf(chain, impact, chain.from[e] as number)));
  return [...proof, ...edges].flatMap((e) => chain.edges[e]?.record ?? []);
}

const bySeverity = (a: SinglePoint, b: SinglePoint): number =>
  Number(a.verdict === 'possible') - Number(b.verdict === 'possible') ||
  b.hits.length - a.hits.length ||
  (a.hits[0]?.from ?? 0) - (b.hits[0]?.from ?? 0) ||
  (a.node < b.node ? -1 : 1);

/** Of the roots that one input has, those that do not reach it by stopping another root: the nearest ones. */
function nearest(
  roots: readonly (SharedRoot & { readonly at: number; readonly stops: ReadonlySet<number> })[],
): SharedRoot[] {
  const byInput = Map.groupBy(roots, ({ customer, input }) => `${customer} ${input}`);
  return [...byInput.values()].flatMap((group) =>
    group
      .filter((one) => !group.some((other) => other.at !== one.at && one.stops.has(other.at)))
      .map(({ at: _at, stops: _stops, ...rest }) => rest),
  );
}
