import type { RecordId } from '../model/ids.ts';
import type { Claims, Told } from './facts.ts';
import { firstOf } from './facts.ts';

/**
 * What falls when a source is wrong: the source, its attachments, the claims that cite it, and claims without a source of
 * their own that were drawn from one that falls. A claim with another source beside its basis stands.
 */
export function fallsWith(source: RecordId, live: readonly Told[], claims: Claims = firstOf(live, 'claim')) {
  const fallen = new Set<RecordId>([source]);
  for (const { record, type, body } of live)
    if (type === 'attachment' && body.source === source) fallen.add(record);
  const drawn = new Map<RecordId, RecordId[]>();
  for (const [record, claim] of claims) {
    if (claim.source === source) fallen.add(record);
    if (claim.source !== undefined) continue;
    for (const below of claim.basis) {
      const list = drawn.get(below);
      if (list) list.push(record);
      else drawn.set(below, [record]);
    }
  }
  // A set that grows while it is walked: what falls may take more with it, and a circle ends.
  for (const record of fallen) for (const above of drawn.get(record) ?? []) fallen.add(above);
  return fallen;
}

/** The case without what fell: those records are gone, and so is every mention of them as evidence. */
export function without<T extends Told>(live: readonly T[], fallen: ReadonlySet<RecordId>): T[] {
  return live.flatMap((one) => {
    if (fallen.has(one.record)) return [];
    const { evidence } = one.body;
    if (!Array.isArray(evidence) || !evidence.some((record) => fallen.has(record))) return [one];
    return [{ ...one, body: { ...one.body, evidence: evidence.filter((record) => !fallen.has(record)) } }];
  });
}
