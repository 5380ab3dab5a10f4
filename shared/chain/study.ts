import type { CaseGraph } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';
import { type Chain, compileChain } from './compile.ts';
import { fallsWithout, type Gap, gapsOf } from './gaps.ts';
import { type Hit, hitAt, hitsOf, impactOf, isHit } from './impact.ts';
import { tiersAround } from './reach.ts';
import { type Research, researchOf } from './research.ts';
import { type Survival, survivalOf } from './survival.ts';

/** What the stop of the target means to one vital process, on what that rests and what would change it. */
export type ProcessStudy = {
  readonly process: RecordId;
  /** Null: the mapped network has no way from the target to the process. */
  readonly hit: Hit | null;
  readonly gaps: readonly Gap[];
  /** Relations without which the result falls, the weakest evidence first. */
  readonly falls: readonly RecordId[];
  /** Relations of the proof for which there is no second source: nobody else supplies it and no substitute is named. */
  readonly noSecond: readonly RecordId[];
};

export type ChainStudy = {
  readonly target: RecordId;
  readonly processes: readonly ProcessStudy[];
  readonly hits: readonly Hit[];
  /** Steps to the target by node: those that depend on it positive, its suppliers negative. */
  readonly tiers: ReadonlyMap<RecordId, number>;
  readonly dependants: {
    readonly direct: number;
    readonly indirect: number;
    readonly government: readonly RecordId[];
    readonly vitalProviders: readonly RecordId[];
  };
  readonly suppliers: { readonly direct: number; readonly indirect: number };
  readonly survival: readonly Survival[];
  readonly research: Research | undefined;
};

export const vitalProcesses = ({ nodes }: Chain): number[] =>
  nodes.flatMap(({ vital }, node) => (vital ? [node] : []));

/** Everything about one company in the chain of a case that needs no other node to be stopped. Undefined: unknown. */
export function studyChain(
  graph: CaseGraph,
  target: RecordId,
  weaker: (a: RecordId, b: RecordId) => number,
): ChainStudy | undefined {
  const chain = compileChain(graph);
  const node = chain.index.get(target);
  if (node === undefined) return undefined;
  const impact = impactOf(chain, [node]);
  const processes = vitalProcesses(chain)
    .filter((process) => process !== node)
    .map((process): ProcessStudy => {
      const record = chain.nodes[process]?.record as RecordId;
      if (!isHit(impact, process)) return { process: record, hit: null, gaps: [], falls: [], noSecond: [] };
      const hit = hitAt(chain, impact, process);
      return {
        process: record,
        hit,
        gaps: gapsOf(chain, impact, process),
        falls: fallsWithout(chain, [node], process).sort(weaker),
        noSecond: noSecondSource(chain, hit),
      };
    })
    .sort(bySoonest);
  const tiers = tiersAround(chain, node);
  const count = (test: (tier: number) => boolean): number => [...tiers.values()].filter(test).length;
  const behind = graph.nodes.filter(({ record }) => (tiers.get(record) ?? 0) > 0);
  return {
    target,
    processes,
    hits: hitsOf(chain, impact, [node]),
    tiers,
    dependants: {
      direct: count((tier) => tier === 1),
      indirect: count((tier) => tier > 1),
      government: behind.filter(({ government }) => government).map(({ record }) => record),
      vitalProviders: behind
        .filter(({ vitalProvider }) => vitalProvider === 'yes')
        .map(({ record }) => record),
    },
    suppliers: { direct: count((tier) => tier === -1), indirect: count((tier) => tier < -1) },
    survival: survivalOf(chain, node),
    research: researchOf(graph, target),
  };
}

const rank = ({ hit }: ProcessStudy): number => (hit === null ? 2 : hit.verdict === 'possible' ? 1 : 0);
const bySoonest = (a: ProcessStudy, b: ProcessStudy): number =>
  rank(a) - rank(b) || (a.hit?.from ?? 0) - (b.hit?.from ?? 0) || (a.process < b.process ? -1 : 1);

/** Bought relations of a proof whose need has this one source and for which no substitute is named. */
export function noSecondSource(chain: Chain, { proof }: Hit): RecordId[] {
  const onProof = new Set(proof);
  return chain.edges.flatMap((edge, e) => {
    if (!onProof.has(edge.record) || edge.kind === 'depends' || edge.kind === 'operates') return [];
    const alone = (chain.needsOf.worst[e] ?? []).every((n) => chain.needs.worst[n]?.sources.length === 1);
    return alone && edge.substitutes.length === 0 ? [edge.record] : [];
  });
}
