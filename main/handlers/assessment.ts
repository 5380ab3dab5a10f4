import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import { claimBody, isUnsourced } from '#shared/dossier/health.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { assessmentContract } from '#shared/ipc/assessment.ts';
import type { At, RecordRef, VersionView } from '#shared/ipc/common.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { caseRecordId, type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { CommandContext, HandlersOf } from '../context.ts';
import { draftPuts, type PutInput } from './puts.ts';

const evidenceOf = (versions: readonly VersionView[]): RecordId[] =>
  versions.flatMap(({ body }) => (body as { evidence: RecordId[] }).evidence);

/** Evidence that itself stands without a source, and evidence that is withdrawn or not known here. */
function unsourcedCount(db: ReadDb, log: LogId, evidence: readonly RecordId[]): number {
  return [...new Set(evidence)].filter((record) => {
    const [view] = liveOf(db, log, record);
    return !view || (view.type === 'claim' && isUnsourced(claimBody(view)));
  }).length;
}

/** The live versions of one judgement with the names of what it rests on. */
export const judgement = (versions: Versions, names: ReadonlyMap<RecordId, RecordRef>) => ({
  record: versions[0].record,
  versions,
  evidence: [...new Set(evidenceOf(versions))].flatMap((id) => names.get(id) ?? []),
});

/** Indicators that the analysts of the case added; of one in conflict the first version counts. */
export const ownIndicators = (db: ReadDb, log: LogId, at: At): BodyOf<'indicatorDefinition'>[] =>
  byRecord(liveOfTypes(db, log, ['indicatorDefinition'], at)).map(
    ([{ body }]) => body as unknown as BodyOf<'indicatorDefinition'>,
  );

/** Writes one judgement as one change. */
export function judge(
  { db, commit }: CommandContext,
  log: LogId,
  put: PutInput,
  action: 'judge' | 'rate',
): Result<{ record: RecordId }, ErrorCode> {
  const ops = draftPuts(db, log, [put]);
  if (!ops.ok) return ops;
  commit({ log, intent: { action }, ops: ops.value });
  return ok({ record: put.record });
}

export const assessment: HandlersOf<typeof assessmentContract> = {
  'assessment.get': ({ db }, { logId, at }) => {
    const [known] = liveOf(db, logId, caseRecordId(logId), at);
    if (!known) return fail('notFound');
    const verdicts = byRecord(liveOfTypes(db, logId, ['verdict'], at));
    const ratings = byRecord(liveOfTypes(db, logId, ['rating'], at));
    const names = refsOf(db, logId, evidenceOf([...verdicts, ...ratings].flat()));
    return ok({
      pack: { id: BEV_2023.id, version: BEV_2023.version },
      trigger: (known.body as BodyOf<'case'>).trigger,
      verdicts: verdicts.map((versions) => ({
        ...judgement(versions, names),
        leaf: (versions[0].body as BodyOf<'verdict'>).leaf,
        unsourcedEvidence: unsourcedCount(db, logId, evidenceOf(versions)),
      })),
      ownIndicators: ownIndicators(db, logId, at),
      ratings: ratings.map((versions) => {
        const { indicator, rater } = versions[0].body as BodyOf<'rating'>;
        return {
          ...judgement(versions, names),
          indicator,
          rater,
          raterName: versions[0].author.name,
        };
      }),
    });
  },

  'assessment.judge': (context, { logId, base, marking, ...body }) =>
    judge(
      context,
      logId,
      { record: slotId(logId, `verdict:${body.leaf}`), type: 'verdict', base, body, marking },
      'judge',
    ),

  'assessment.rate': (context, { logId, base, marking, ...given }) => {
    const rater = context.session.author.key;
    const record = slotId(logId, `rating:${given.indicator}:${rater}`);
    return judge(
      context,
      logId,
      { record, type: 'rating', base, body: { ...given, rater }, marking },
      'rate',
    );
  },
};
