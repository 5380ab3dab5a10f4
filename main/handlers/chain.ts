import { refsOf } from '#db/queries/refs.ts';
import { createStudy } from '#shared/cascade/study.ts';
import { compileChain } from '#shared/chain/compile.ts';
import { concentrationOf } from '#shared/chain/concentration.ts';
import { weakestFirst } from '#shared/chain/evidence.ts';
import { findingsOf } from '#shared/chain/findings.ts';
import { hitsOf, impactOf } from '#shared/chain/impact.ts';
import { networkOf } from '#shared/chain/network.ts';
import { type Points, singlePoints } from '#shared/chain/points.ts';
import type { Ranked } from '#shared/chain/ranking.ts';
import { type ChainStudy, studyChain, vitalProcesses } from '#shared/chain/study.ts';
import { timelineOf, weeklyLoss } from '#shared/chain/timeline.ts';
import { togetherOf } from '#shared/chain/together.ts';
import type { CaseGraph } from '#shared/graph/model.ts';
import { suggestionsOf } from '#shared/graph/suggest.ts';
import type { chainContract } from '#shared/ipc/chain.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { fail, ok } from '#shared/result.ts';
import { chainGraph } from '../chain-graph.ts';
import type { HandlersOf } from '../context.ts';
import { measuresOf } from '../graph/measures.ts';
import { runWorker } from '../run-worker.ts';
import type { ChainTask } from '../workers/chain.ts';

/** Up to this many relations every node is stopped in turn at once; it takes less than a tenth of a second. */
const AT_ONCE = 2_000;

const study = (graph: CaseGraph, target: RecordId): ChainStudy | undefined =>
  studyChain(graph, target, weakestFirst(graph.edges));

function pointsAtOnce(graph: CaseGraph): Points | null {
  if (graph.edges.length > AT_ONCE) return null;
  const chain = compileChain(graph);
  return singlePoints(chain, vitalProcesses(chain));
}

export const chain: HandlersOf<typeof chainContract> = {
  'chain.graph': ({ db, session }, { logId, day, at }) => ok(chainGraph(db, session, logId, day, at).graph),

  'chain.study': ({ db, session }, { logId, target, day, at }) => {
    const { graph } = chainGraph(db, session, logId, day, at);
    const about = study(graph, target);
    const ref = about && refsOf(db, logId, [target]).get(target);
    if (!ref) return fail('notFound');
    const points = pointsAtOnce(graph);
    const { target: _, tiers, ...rest } = about;
    return ok({
      target: ref,
      study: { ...rest, tiers: [...tiers].map(([node, tier]) => ({ node, tier })) },
      findings: findingsOf(graph, about, points),
      points: points?.points ?? null,
      of: points?.of ?? graph.nodes.length,
      suggestions: suggestionsOf(graph, about),
    });
  },

  'chain.concentration': ({ db, session }, { logId, target, day, at }) => {
    const { graph, holdings } = chainGraph(db, session, logId, day, at);
    const small = graph.edges.length <= AT_ONCE;
    return ok({ rows: concentrationOf(graph, holdings, small ? undefined : target), all: small });
  },

  'chain.together': ({ db, session }, { logId, day, at }) => {
    const chain = compileChain(chainGraph(db, session, logId, day, at).graph);
    return ok({ processes: togetherOf(chain, vitalProcesses(chain)) });
  },

  'chain.points': async ({ db, session, signal, progress }, { logId, target, day, at }) => {
    const { graph } = chainGraph(db, session, logId, day, at);
    const about = study(graph, target);
    if (about === undefined) return fail('notFound');
    const total = graph.nodes.length;
    progress('points', 0, total);
    const points = await runWorker<Points>('chain', { kind: 'points', graph } satisfies ChainTask, {
      signal,
      onProgress: (done) => progress('points', done, total),
    });
    return ok({ findings: findingsOf(graph, about, points), points: points.points, of: points.of });
  },

  'chain.whatIf': ({ db, session }, { logId, failing, day, at }) => {
    const { graph } = chainGraph(db, session, logId, day, at);
    const chain = compileChain(graph);
    const stopped = failing.map(({ node }) => chain.index.get(node));
    if (stopped.some((node) => node === undefined)) return fail('notFound');
    const nodes = stopped as number[];
    const hits = hitsOf(chain, impactOf(chain, nodes), nodes);
    const network = networkOf(graph);
    const lost = createStudy(network, { direction: 'down' })(
      failing.map(({ node, left }) => ({ node, capacity: { min: left, max: left } })),
    );
    return ok({
      hits,
      timeline: timelineOf(hits),
      losses: lost.nodes
        .filter(({ down }) => down.max > 0)
        .map(({ node, down }) => ({ node: node as RecordId, min: down.min, max: down.max })),
      weeks: graph.edges.length > AT_ONCE ? null : weeklyLoss(network, failing),
      settled: lost.settled,
    });
  },

  'chain.measures': async ({ db, session, signal, progress }, { logId, day, at }) => {
    const { graph } = chainGraph(db, session, logId, day, at);
    const measures = await measuresOf(graph, signal, (part) =>
      progress('measures', Math.round(part * 100), 100),
    );
    return ok({ measures });
  },

  'chain.ranking': async ({ db, session, signal, progress }, { logId, day, at }) => {
    const { graph } = chainGraph(db, session, logId, day, at);
    const total = graph.nodes.length;
    progress('ranking', 0, total);
    const ranked = await runWorker<Ranked[]>('chain', { kind: 'ranking', graph } satisfies ChainTask, {
      signal,
      onProgress: (done) => progress('ranking', done, total),
    });
    return ok({ ranked });
  },
};
