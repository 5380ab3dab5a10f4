import { type Assessment, evaluate } from '../../framework/evaluate.ts';
import type { Trigger } from '../../framework/inputs.ts';
import type { Pack } from '../../framework/pack.ts';
import type { VersionView } from '../../ipc/common.ts';
import type { RecordId } from '../../model/ids.ts';
import type { BodyOf } from '../../model/records.ts';
import { byRecord } from '../group.ts';
import { claimBody, isUnsourced } from '../health.ts';

type Verdict = BodyOf<'verdict'>;

/**
 * The assessment of a case from its verdicts and ratings. `known` are the records that evidence may name: evidence
 * that is not among them, and claims without a source, count as evidence without a source.
 */
export function assessCase(
  pack: Pack,
  trigger: Trigger,
  judged: readonly VersionView[],
  known: ReadonlyMap<RecordId, VersionView>,
): Assessment {
  const isBare = (record: RecordId): boolean => {
    const view = known.get(record);
    return view === undefined || (view.type === 'claim' && isUnsourced(claimBody(view)));
  };
  return evaluate(pack, {
    trigger,
    verdicts: byRecord(judged.filter(({ type }) => type === 'verdict')).map((versions) => {
      const { leaf, outcome, argument, evidence } = versions[0].body as Verdict;
      const all = versions.flatMap(({ body }) => (body as Verdict).evidence);
      return {
        leaf,
        outcome,
        argument,
        evidence: evidence.length,
        versions: versions.length,
        unsourcedEvidence: [...new Set(all)].filter(isBare).length,
      };
    }),
    ratings: byRecord(judged.filter(({ type }) => type === 'rating')).flatMap((versions) =>
      versions.map(({ body }) => body as BodyOf<'rating'>),
    ),
  });
}
