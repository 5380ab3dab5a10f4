import type { Range } from '../cascade/network.ts';
import { type Exposed, exposed } from '../cascade/recovery.ts';
import { boundsOf, isKnown } from '../graph/amount.ts';
import type { CaseGraph } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';
import { compileChain } from './compile.ts';
import { type Hit, hitsOf, impactOf } from './impact.ts';
import type { Tick } from './points.ts';
import { vitalProcesses } from './study.ts';

/** When others feel a stop, against when who stopped works again; days, `Infinity` is never. */
export type Endured = {
  readonly survive: Range;
  /** Whether somebody loses output before the stop is over: for every value within the ranges, for some, or for none. */
  readonly loss: Exposed;
};

/**
 * One node that stops by itself (time to survive against time to recover, Simchi-Levi et al. 2014; field-practice
 * 2.6.13), as far as a drawn chain knows these: no capacities, but stock and time to replace. `any`: the first that loses
 * output, whoever it is; `vital`: the first vital process, null where the network has no way to one.
 */
export type Exposure = {
  readonly node: RecordId;
  /** Time to recover; what nobody recorded is from nought to never. */
  readonly recover: Range;
  readonly recoverKnown: boolean;
  readonly any: Endured;
  readonly vital: Endured | null;
};

const ORDER = { certain: 0, possible: 1, excluded: 2 } as const;

/** The first of these that is hit: at the earliest in the worst reading, at the latest in the best. */
function endured(hits: readonly Hit[], recover: Range): Endured {
  const survive = {
    min: Math.min(...hits.map(({ from }) => from)),
    max: Math.min(...hits.map(({ to }) => to ?? Number.POSITIVE_INFINITY)),
  };
  return { survive, loss: exposed(recover, survive) };
}

/**
 * Every node that others depend on stops in turn. Those whose stop is felt for certain before it is over come first, the
 * vital processes before all others, then the soonest. `tick` is told which node is looked at.
 */
export function exposuresOf(graph: CaseGraph, tick?: Tick): Exposure[] {
  const chain = compileChain(graph);
  const vital = new Set(vitalProcesses(chain).map((node) => chain.nodes[node]?.record));
  return chain.nodes
    .flatMap(({ record, timeToRecover }, node): Exposure[] => {
      tick?.(node);
      const hits = hitsOf(chain, impactOf(chain, [node]), [node]);
      if (hits.length === 0) return [];
      const [min, max] = boundsOf(timeToRecover);
      const recover = { min, max };
      const processes = hits.filter((hit) => vital.has(hit.node));
      return [
        {
          node: record,
          recover,
          recoverKnown: isKnown(timeToRecover),
          any: endured(hits, recover),
          vital: processes.length === 0 ? null : endured(processes, recover),
        },
      ];
    })
    .toSorted(
      (a, b) =>
        ORDER[a.vital?.loss ?? 'excluded'] - ORDER[b.vital?.loss ?? 'excluded'] ||
        ORDER[a.any.loss] - ORDER[b.any.loss] ||
        a.any.survive.min - b.any.survive.min ||
        (a.node < b.node ? -1 : 1),
    );
}
