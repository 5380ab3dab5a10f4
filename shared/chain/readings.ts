import { boundsOf } from '../graph/amount.ts';
import type { GraphEdge, GraphNode } from '../graph/model.ts';

/**
 * Two readings of what is not known: `worst` takes for every unknown what lets a loss travel furthest and soonest,
 * `best` what stops it. What holds in both is certain; what holds in the worst alone is possible.
 */
export type Reading = 'worst' | 'best';
export const READINGS: readonly Reading[] = ['worst', 'best'];

const NEVER = Number.POSITIVE_INFINITY;

/** Kinds that say by themselves that the one cannot do without the other, unless a claim says that it can. */
const SAYS_NEED: ReadonlySet<GraphEdge['kind']> = new Set(['depends', 'operates']);

/** Whether the customer needs this supply, in a reading. */
export function isNeeded({ essential, kind }: GraphEdge, reading: Reading): boolean {
  if (essential !== 'unknown') return essential === 'yes';
  return SAYS_NEED.has(kind) || reading === 'worst';
}

/** Only goods lie in stock; of all else nobody can lay in a supply, unless a claim says so. */
export const isStorable = ({ kind }: GraphEdge): boolean => kind === 'supply';

/** Days from the loss of this supply until its customer runs out. */
export function stockDays(edge: GraphEdge, reading: Reading): number {
  const { stockCover } = edge;
  if (stockCover.kind === 'unknown' && (!isStorable(edge) || stockCover.why === 'notApplicable')) return 0;
  const [min, max] = boundsOf(stockCover, 0, NEVER);
  return reading === 'worst' ? min : max;
}

/** Days from the loss of this supply until another source is in place. */
export function replaceDays({ timeToReplace }: GraphEdge, reading: Reading): number {
  const [min, max] = boundsOf(timeToReplace, 0, NEVER);
  return reading === 'worst' ? max : min;
}

/** Days from then until a process is felt to fail; nought where nothing is recorded. */
export function impactDays(edge: GraphEdge, to: GraphNode | undefined, reading: Reading): number {
  const amount = edge.timeToImpact.kind === 'unknown' ? to?.timeToImpact : edge.timeToImpact;
  if (amount === undefined || amount.kind === 'unknown') return 0;
  const [min, max] = boundsOf(amount);
  return reading === 'worst' ? min : max;
}

/** The part of the need that this source can cover when others fail; a source that is recorded counts as all of it. */
export function coverOf({ canCover }: GraphEdge, reading: Reading): number {
  const [min, max] = boundsOf(canCover, 1, 1);
  return reading === 'worst' ? min : max;
}

/**
 * Whether a source says by itself that its loss costs output, whatever other sources there are: true and false where
 * that is recorded, undefined where it is not.
 */
export function costsOutput({ outputLoss }: GraphEdge, reading: Reading): boolean | undefined {
  if (outputLoss.kind === 'unknown') return undefined;
  const [min, max] = boundsOf(outputLoss, 0, 1);
  return (reading === 'worst' ? max : min) > 0;
}

/** What can be had elsewhere; of the other kinds the relation names the one thing that is meant. */
const BOUGHT: ReadonlySet<GraphEdge['kind']> = new Set(['supply', 'data', 'infrastructure', 'licence']);

/** Whether an input may have sources that are not in the graph. In the worst reading there are none. */
export function hasOtherSources(sources: readonly GraphEdge[], reading: Reading): boolean {
  if (reading === 'worst' || sources.some(({ singleSource }) => singleSource === 'yes')) return false;
  const covered = sources.reduce((sum, { share }) => sum + boundsOf(share, 0, 0)[0], 0);
  return covered < 1 - 1e-9 && sources.every(({ kind }) => BOUGHT.has(kind));
}
