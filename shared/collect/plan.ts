import type { OpenLeaf } from '../framework/openLeaves.ts';
import type { Wanted } from '../law/collect.ts';
import type { RecordId } from '../model/ids.ts';
import { type Atom, atomKey } from '../rules/condition.ts';

/**
 * Something worth finding out. `settles` and `touches` are ids of leaves, laws and scope cases, or `ADVICE`: what it
 * would settle at once, and what it bears on. `key` stays the same for the same thing, whatever else is found out.
 */
export type PlanItem = {
  readonly key: string;
  readonly settles: readonly string[];
  readonly touches: readonly string[];
  /** How often it turns something, from 0 to 1 (Banzhaf); for the order alone. */
  readonly weight: number;
} & (
  | { readonly kind: 'leaf'; readonly leaf: string; readonly reason: OpenLeaf['reason'] }
  | { readonly kind: 'fact'; readonly atom: Atom }
  | { readonly kind: 'claim'; readonly claim: RecordId }
);
export const ADVICE = 'advice';

export type PlanInput = {
  /** Open leaves of the framework, as the evaluation gives them. */
  readonly open: readonly OpenLeaf[];
  /** Facts and answers that the laws still want. */
  readonly wanted: readonly Wanted[];
  /** Claims that say "not known" or "not told" and that a verdict rests on, by leaf. */
  readonly missing: ReadonlyMap<string, readonly RecordId[]>;
};

/** First what settles the advice, then what settles most, bears on the advice, touches most, and turns most often. */
const byWorth = (a: PlanItem, b: PlanItem): number =>
  Number(b.settles.includes(ADVICE)) - Number(a.settles.includes(ADVICE)) ||
  b.settles.length - a.settles.length ||
  Number(b.touches.includes(ADVICE)) - Number(a.touches.includes(ADVICE)) ||
  b.touches.length - a.touches.length ||
  b.weight - a.weight ||
  (a.key < b.key ? -1 : 1);

/**
 * The collection plan: what would settle the verdicts that are undetermined, ordered by how much (capability 1). A leaf
 * itself is on it, and below it the facts that its verdict says are missing; the facts of the law that its tests want.
 */
export function collectionPlan({ open, wanted, missing }: PlanInput): PlanItem[] {
  const leaves = open.map(
    ({ leaf, reason, settles, weight }): PlanItem => ({
      kind: 'leaf',
      key: `leaf:${leaf}`,
      leaf,
      reason,
      settles: settles.length > 0 ? [ADVICE] : [],
      touches: [ADVICE],
      weight,
    }),
  );
  const facts = wanted.map(
    ({ atom, settles, touches, weight }): PlanItem => ({
      kind: 'fact',
      key: `fact:${atomKey(atom)}`,
      atom,
      settles,
      touches,
      weight,
    }),
  );
  const claims = new Map<RecordId, { leaves: string[]; weight: number }>();
  for (const { leaf, weight } of open)
    for (const record of missing.get(leaf) ?? []) {
      const known = claims.get(record) ?? { leaves: [], weight: 0 };
      claims.set(record, known);
      known.leaves.push(leaf);
      known.weight = Math.max(known.weight, weight);
    }
  const told = [...claims].map(
    ([claim, { leaves: touches, weight }]): PlanItem => ({
      kind: 'claim',
      key: `claim:${claim}`,
      claim,
      settles: [],
      touches,
      weight,
    }),
  );
  return [...leaves, ...facts, ...told].toSorted(byWorth);
}
