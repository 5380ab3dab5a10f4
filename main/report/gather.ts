import type { ReadDb } from '#db/handle.ts';
import { readEntries } from '#db/log.ts';
import { conflictingRecords, unreadableTypes, withheldCount } from '#db/queries/counts.ts';
import { danglingReferences } from '#db/queries/dangling.ts';
import { madeOfTypes } from '#db/queries/made.ts';
import { signersOf } from '#db/queries/signers.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import type { DossierInput } from '#shared/dossier/compose.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { frozenView } from '#shared/freeze/again.ts';
import { liveIn } from '#shared/freeze/past.ts';
import type { Lang } from '#shared/i18n/index.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { stateDigest, stateOf } from '#shared/log/state.ts';
import type { Day } from '#shared/model/dates.ts';
import { caseRecordId, type LogId, type RecordId } from '#shared/model/ids.ts';
import { isWithin, type Marking } from '#shared/model/marking.ts';
import { ENTITY_TYPES, type RecordType } from '#shared/model/records.ts';
import { knownBefore, type LiveRating } from '#shared/neutrality/masked-compare.ts';
import { fail, ok, type Result } from '#shared/result.ts';

export type DossierOptions = {
  readonly language: Lang;
  /** Only what holds on this day; absent: all periods. */
  readonly validAt?: Day | undefined;
  /** Highest marking that may be printed; absent: no limit. */
  readonly ceiling?: Marking | undefined;
  /** Puts the case's data into the file as an attachment, within the same ceiling. */
  readonly embedData: boolean;
};

/** What a dossier is made from. Notes are working material of the analysts and stay out. */
const PRINTED: readonly RecordType[] = [
  'case',
  ...ENTITY_TYPES,
  'relation',
  'influence',
  'identity',
  'claim',
  'source',
  'attachment',
  'verdict',
  'rating',
  'maskedRating',
  'reconciliation',
  'indicatorDefinition',
  'referenceProfile',
  'scenario',
  'determination',
  'lawItem',
  'rung',
  'marketContact',
  'appraisal',
  'yardstick',
  'hypothesis',
  'matrixRow',
  'challenge',
  'check',
  'weighing',
  'task',
];

/** Reads everything that the dossier of a case is composed from. `aboveCeiling` when not even its name may be told. */
export function gatherDossier(
  db: ReadDb,
  session: { readonly author: { readonly name: string } },
  programVersion: string,
  logId: LogId,
  options: DossierOptions,
): Result<DossierInput, ErrorCode> {
  const { language, validAt, ceiling, embedData } = options;
  const views = liveOfTypes(db, logId, PRINTED);
  const own = views.filter(({ record }) => record === caseRecordId(logId));
  if (own.length === 0) return fail('notFound');
  if (ceiling !== undefined && own.some(({ marking }) => !isWithin(marking, ceiling)))
    return fail('aboveCeiling');
  const entries = readEntries(db, logId);
  const state = stateOf(entries);
  const now = liveIn(state);
  const times = entries.map(({ change }) => change.header.time).sort();
  return ok({
    lang: language,
    logId,
    pack: BEV_2023,
    views,
    validAt,
    ceiling,
    author: session.author.name,
    programVersion,
    digest: stateDigest(state),
    changes: entries.length,
    lastChange: times.at(-1) as DossierInput['lastChange'],
    embedded: embedData,
    withheld: withheldCount(db, logId),
    frozen: liveOfTypes(db, logId, ['freeze'])
      .map((view) => frozenView(view, state, now))
      .toSorted((a, b) => (a.time < b.time ? 1 : -1)),
    pastAbove:
      ceiling !== undefined && [...state.ops.values()].some(({ marking }) => !isWithin(marking, ceiling)),
    conflicts: conflictingRecords(db, logId) as RecordId[],
    maskedKnown: [
      ...knownBefore(madeOfTypes(db, logId, ['rating', 'maskedRating']) as unknown as LiveRating[]),
    ],
    signers: new Map(
      views
        .filter(({ type }) => type === 'verdict')
        .map(({ record }) => [record, signersOf(db, logId, record)]),
    ),
    dangling: danglingReferences(db, logId),
    unreadable: unreadableTypes(db, logId).reduce((sum, { count }) => sum + count, 0),
  });
}
