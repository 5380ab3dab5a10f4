import type { GraphEdge } from '../graph/model.ts';
import type { RecordId } from '../model/ids.ts';
import type { Chain, Need } from './compile.ts';
import { type Impact, impactOf, isHit, proofOf, verdictAt } from './impact.ts';
import { isNeeded, isStorable } from './readings.ts';

/** Something that nobody has recorded and that would settle whether a loss travels over a relation. */
export const GAP_KINDS = [
  'essential',
  'timeToReplace',
  'stockCover',
  'otherSources',
  'alternatives',
  'exists',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** What would change a result: a fact that is missing, or one that may be wrong. */
export type Gap = { readonly relation: RecordId; readonly kind: GapKind };

/** What is unknown of an edge that carries a loss in the worst reading, of the need that it is a source of. */
function gapsAt(edge: GraphEdge, sources: readonly GraphEdge[]): GapKind[] {
  const gaps: GapKind[] = [];
  if (edge.exists !== 'yes') gaps.push('exists');
  if (!isNeeded(edge, 'best') && !sources.some((one) => isNeeded(one, 'best'))) gaps.push('essential');
  const costs = edge.outputLoss.kind !== 'unknown';
  const shares = sources.reduce((sum, { share }) => sum + (share.kind === 'exact' ? share.value : 0), 0);
  const bought = ['supply', 'data', 'infrastructure', 'licence'].includes(edge.kind);
  if (!costs && bought && shares < 1 - 1e-9 && !sources.some(({ singleSource }) => singleSource === 'yes'))
    gaps.push('otherSources');
  if (edge.timeToReplace.kind === 'unknown') gaps.push('timeToReplace');
  if (edge.stockCover.kind === 'unknown' && isStorable(edge) && edge.stockCover.why !== 'notApplicable')
    gaps.push('stockCover');
  return gaps;
}

/**
 * The missing facts that keep a hit from being certain, along its proof in the worst reading, nearest to the stop
 * first. Empty for a hit that is certain.
 */
export function gapsOf(chain: Chain, impact: Impact, node: number): Gap[] {
  if (verdictAt(impact, node) === 'certain') return [];
  const proof = proofOf(chain, impact, node);
  const onProof = new Set(proof);
  const found = new Map<string, Gap>();
  for (const e of proof) {
    const edge = chain.edges[e] as GraphEdge;
    // Where the best reading already carries the loss on, nothing is missing.
    if (impact.best.day[chain.to[e] as number] !== Number.POSITIVE_INFINITY) continue;
    for (const n of chain.needsOf.worst[e] ?? []) {
      const { sources } = chain.needs.worst[n] as Need;
      if (!sources.every((s) => onProof.has(s))) continue;
      const kinds = gapsAt(
        edge,
        sources.flatMap((s) => chain.edges[s] ?? []),
      );
      const unstated = edge.inputs.some(({ stated }) => !stated);
      const alternatives = unstated && (chain.entering[chain.to[e] as number] ?? []).length > 1;
      for (const kind of alternatives ? [...kinds, 'alternatives' as const] : kinds)
        found.set(`${edge.record} ${kind}`, { relation: edge.record, kind });
    }
  }
  return [...found.values()];
}

/**
 * The relations of a proof without which the node would not be hit any more, or no longer for certain: what the result
 * rests on. Weak evidence there is where to look first.
 */
export function fallsWithout(chain: Chain, stopped: readonly number[], node: number): RecordId[] {
  const impact = impactOf(chain, stopped);
  if (!isHit(impact, node)) return [];
  const before = verdictAt(impact, node);
  return proofOf(chain, impact, node).flatMap((e) => {
    const other = impactOf(chain, stopped, { without: e });
    const same = isHit(other, node) && verdictAt(other, node) === before;
    return same ? [] : [chain.edges[e]?.record as RecordId];
  });
}
