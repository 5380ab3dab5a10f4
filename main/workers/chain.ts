import { parentPort, workerData } from 'node:worker_threads';
import { compileChain } from '#shared/chain/compile.ts';
import { type Points, singlePoints } from '#shared/chain/points.ts';
import { type Ranked, rankNodes } from '#shared/chain/ranking.ts';
import { vitalProcesses } from '#shared/chain/study.ts';
import type { CaseGraph } from '#shared/graph/model.ts';

/** What the thread is asked: to stop every node in turn, and look at single points or at the loss. */
export type ChainTask = { readonly kind: 'points' | 'ranking'; readonly graph: CaseGraph };

/** Between two reports of progress, in nodes: a message costs more than a node. */
const EVERY = 64;

const tick = (at: number): void => {
  if (at % EVERY === 0) parentPort?.postMessage({ progress: at });
};

function work({ kind, graph }: ChainTask): Points | Ranked[] {
  if (kind === 'ranking') return rankNodes(graph, tick);
  const chain = compileChain(graph);
  return singlePoints(chain, vitalProcesses(chain), tick);
}

parentPort?.postMessage({ done: work(workerData as ChainTask) });
