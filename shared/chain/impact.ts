import type { RecordId } from '../model/ids.ts';
import type { Chain } from './compile.ts';
import { type Assumed, type Stop, stopsFrom } from './stop.ts';

/** It follows whatever the unknowns turn out to be, or for some of them. */
export type Verdict = 'certain' | 'possible';

/**
 * Somebody who loses output: from which day, between the worst and the best reading; `to` is null when in the best
 * reading it goes on. `proof` are the relations that carry the loss there, in the order in which they fail.
 */
export type Hit = {
  readonly node: RecordId;
  readonly verdict: Verdict;
  readonly from: number;
  readonly to: number | null;
  readonly proof: readonly RecordId[];
};

export type Impact = { readonly worst: Stop; readonly best: Stop };

/** What follows in both readings when these nodes stop. */
export const impactOf = (chain: Chain, stopped: readonly number[], assumed: Assumed = {}): Impact => ({
  worst: stopsFrom(chain, stopped, 'worst', assumed),
  best: stopsFrom(chain, stopped, 'best', assumed),
});

export const isHit = ({ worst }: Impact, node: number): boolean =>
  worst.day[node] !== Number.POSITIVE_INFINITY;

export const verdictAt = ({ best }: Impact, node: number): Verdict =>
  best.day[node] === Number.POSITIVE_INFINITY ? 'possible' : 'certain';

/**
 * The edges over which a loss reaches a node: those of the need that failed it and, further back, of the needs that
 * failed their suppliers. In the best reading where the node is hit in it (then the proof holds whatever is unknown),
 * else in the worst. Ordered by the day on which the supplier stops, then the customer.
 */
export function proofOf(chain: Chain, { worst, best }: Impact, node: number): number[] {
  const certain = best.day[node] !== Number.POSITIVE_INFINITY;
  const { day, cause } = certain ? best : worst;
  const needs = chain.needs[certain ? 'best' : 'worst'];
  // Breadth first from the node back: of edges that fail on one day the one that is met later comes first.
  const met = new Map<number, number>();
  const seen = new Set([node]);
  for (const at of seen) {
    for (const e of needs[cause[at] as number]?.sources ?? []) {
      const from = chain.from[e] as number;
      if ((day[from] as number) > (day[at] as number)) continue;
      if (!met.has(e)) met.set(e, met.size);
      seen.add(from);
    }
  }
  const on = (ends: Int32Array, e: number): number => day[ends[e] as number] as number;
  return [...met.keys()].sort(
    (a, b) =>
      on(chain.from, a) - on(chain.from, b) ||
      on(chain.to, a) - on(chain.to, b) ||
      (met.get(b) as number) - (met.get(a) as number),
  );
}

const recordOf = (chain: Chain, e: number): RecordId => chain.edges[e]?.record as RecordId;

export function hitAt(chain: Chain, impact: Impact, node: number): Hit {
  const to = impact.best.day[node] as number;
  return {
    node: chain.nodes[node]?.record as RecordId,
    verdict: verdictAt(impact, node),
    from: impact.worst.day[node] as number,
    to: Number.isFinite(to) ? to : null,
    proof: proofOf(chain, impact, node).map((e) => recordOf(chain, e)),
  };
}

/** All that are hit but those that were stopped, the certain first, then the soonest. */
export function hitsOf(chain: Chain, impact: Impact, stopped: readonly number[]): Hit[] {
  const hit = chain.nodes.flatMap((_, node) =>
    isHit(impact, node) && !stopped.includes(node) ? [hitAt(chain, impact, node)] : [],
  );
  return hit.sort(
    (a, b) =>
      Number(a.verdict === 'possible') - Number(b.verdict === 'possible') ||
      a.from - b.from ||
      (a.node < b.node ? -1 : 1),
  );
}
