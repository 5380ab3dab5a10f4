import { createStudy } from '../cascade/study.ts';
import type { CaseGraph } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';
import { compileChain } from './compile.ts';
import { impactOf, isHit, verdictAt } from './impact.ts';
import { networkOf } from './network.ts';
import type { Tick } from './points.ts';
import { vitalProcesses } from './study.ts';

/** What it means to the mapped network when one node closes. `loss`: mean over all others, each of equal weight. */
export type Ranked = {
  readonly node: RecordId;
  readonly loss: { readonly min: number; readonly max: number };
  readonly hit: { readonly certain: number; readonly possible: number };
  readonly vital: { readonly certain: number; readonly possible: number };
};

/**
 * Closes every node that supplies somebody in turn: the loss in the long run by the cascade, towards customers only
 * (without revenue from outside the way back wipes out any hand-drawn fragment), and who is hit by AND and OR.
 */
export function rankNodes(graph: CaseGraph, tick?: Tick): Ranked[] {
  const chain = compileChain(graph);
  const processes = vitalProcesses(chain);
  const study = createStudy(networkOf(graph), { direction: 'down' });
  const others = Math.max(1, graph.nodes.length - 1);
  const ranked: Ranked[] = [];
  for (const [node, { record }] of chain.nodes.entries()) {
    tick?.(node);
    if (chain.leaving[node]?.length === 0) continue;
    const { nodes } = study([{ node: record, capacity: { min: 0, max: 0 } }]);
    const sum = (of: 'min' | 'max'): number =>
      nodes.reduce((all, one) => all + (one.node === record ? 0 : one.down[of]), 0);
    const impact = impactOf(chain, [node]);
    const count = (among: Iterable<number>) => {
      let [certain, possible] = [0, 0];
      for (const other of among) {
        if (other === node || !isHit(impact, other)) continue;
        if (verdictAt(impact, other) === 'certain') certain++;
        else possible++;
      }
      return { certain, possible };
    };
    ranked.push({
      node: record,
      loss: { min: sum('min') / others, max: sum('max') / others },
      hit: count(chain.nodes.keys()),
      vital: count(processes),
    });
  }
  return ranked.sort(
    (a, b) =>
      b.vital.certain - a.vital.certain ||
      b.loss.min - a.loss.min ||
      b.hit.certain - a.hit.certain ||
      b.loss.max - a.loss.max ||
      (a.node < b.node ? -1 : 1),
  );
}
