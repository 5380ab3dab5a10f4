import type { RecordId } from '../model/ids.ts';
import { pairsToCompare } from './blocking.ts';
import { CANDIDATE, compareParties, type PartyComparison } from './compare-parties.ts';
import { type Party, prepareParty } from './party.ts';

export type Candidate = PartyComparison & { readonly a: RecordId; readonly b: RecordId };

/** Key of two records without an order between them. */
export const pairKey = (a: RecordId, b: RecordId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export type SearchOptions = {
  /** Kind of a relation that runs between two records (`pairKey`), where there is one. */
  readonly related?: ReadonlyMap<string, string> | undefined;
  /** Pairs of which both have the same value here are not compared: parties of one case. */
  readonly apart?: ReadonlyMap<RecordId, string> | undefined;
  /** Lowest score that is a candidate. */
  readonly least?: number | undefined;
  /** Told how many parties were looked at, now and then. */
  readonly onProgress?: ((done: number) => void) | undefined;
};

/**
 * Pairs of parties that may be one, most alike first; equal scores in the order of the ids, so that the list is the
 * same whatever the order of the parties. Decides nothing.
 */
export function duplicateCandidates(parties: readonly Party[], options: SearchOptions = {}): Candidate[] {
  const { related, apart, least = CANDIDATE, onProgress } = options;
  const sorted = [...parties].sort((a, b) => (a.record < b.record ? -1 : 1)).map(prepareParty);
  const found: Candidate[] = [];
  let told = 0;
  for (const [i, j] of pairsToCompare(sorted)) {
    const [one, other] = [sorted[i], sorted[j]];
    if (!one || !other) continue;
    const [a, b] = [one.party.record, other.party.record];
    if (apart !== undefined && apart.get(a) === apart.get(b)) continue;
    const compared = compareParties(one, other, { related: related?.get(pairKey(a, b)), least });
    if (compared.score >= least) found.push({ a, b, ...compared });
    if (i >= told + 500) {
      told = i;
      onProgress?.(i);
    }
  }
  return found.sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1));
}
