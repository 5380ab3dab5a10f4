import { saysMissing } from '../dossier/health.ts';
import { type Claims, restsOn } from '../evidence/facts.ts';
import type { RecordId } from '../model/ids.ts';

/** Claims without an answer that each verdict rests on, directly or through what its evidence was drawn from. */
export function missingEvidence(
  verdicts: Iterable<{ readonly leaf: string; readonly evidence: readonly RecordId[] }>,
  claims: Claims,
): Map<string, readonly RecordId[]> {
  const found = new Map<string, readonly RecordId[]>();
  for (const { leaf, evidence } of verdicts) {
    const below = new Set(evidence.flatMap((record) => [...restsOn(record, claims)]));
    const missing = [...below].filter((record) => {
      const claim = claims.get(record);
      return claim !== undefined && saysMissing(claim);
    });
    if (missing.length > 0) found.set(leaf, missing);
  }
  return found;
}
