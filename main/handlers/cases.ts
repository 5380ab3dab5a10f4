import { caseRow, caseRows } from '#db/queries/cases.ts';
import { conflictingRecords, recordCounts, withheldCount } from '#db/queries/counts.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { healthOf } from '#shared/dossier/health.ts';
import type { casesContract } from '#shared/ipc/cases.ts';
import type { DraftOp } from '#shared/log/draft.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import { ENTITY_TYPES } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { CommandContext, HandlersOf } from '../context.ts';
import { importSample } from '../import/sample.ts';
import { newLogId, newRecordId } from '../session.ts';
import { draftPuts } from './puts.ts';

export const cases: HandlersOf<typeof casesContract> = {
  'cases.list': ({ db }, { archived }) => ok(caseRows(db, archived)),

  'cases.create': ({ commit }, { companyName, marking, ...given }) => {
    const logId = newLogId();
    const company = companyName === undefined ? undefined : newRecordId();
    const ops: DraftOp[] = [];
    if (company && companyName)
      ops.push({
        record: company,
        type: 'company',
        base: [],
        marking,
        body: { name: companyName, form: 'company' },
      });
    const body = { ...given, status: 'signal', archived: false, ...(company ? { company } : {}) };
    ops.push({ record: caseRecordId(logId), type: 'case', base: [], marking, body });
    commit({ log: logId, intent: { action: 'createCase' }, ops });
    return ok({ logId });
  },

  'cases.get': ({ db }, { logId, at }) => {
    const row = caseRow(db, logId);
    if (!row) return fail('notFound');
    const counts = recordCounts(db, logId, at);
    const health = healthOf(liveOfTypes(db, logId, ['claim'], at));
    return ok({
      row,
      versions: liveOf(db, logId, caseRecordId(logId), at),
      counts: {
        entities: ENTITY_TYPES.reduce((sum, type) => sum + (counts[type] ?? 0), 0),
        relations: counts.relation ?? 0,
        claims: health.claims,
        sources: counts.source ?? 0,
        attachments: counts.attachment ?? 0,
        unsourced: health.unsourced,
        missing: health.missing,
        disputed: health.disputed,
        conflicts: conflictingRecords(db, logId).length,
        withheld: withheldCount(db, logId),
      },
    });
  },

  'cases.rename': (context, { logId, base, title }) => editCase(context, logId, base, { title }),

  'cases.archive': (context, { logId, base, archived }) =>
    editCase(context, logId, base, { archived }, 'archive'),

  'cases.openSample': (context) => importSample(context),
};

function editCase(
  { db, commit }: CommandContext,
  logId: Parameters<typeof caseRecordId>[0],
  base: readonly string[],
  patch: { title?: string; archived?: boolean },
  action: 'edit' | 'archive' = 'edit',
) {
  const record = caseRecordId(logId);
  const [live] = liveOf(db, logId, record);
  if (!live) return fail('notFound');
  const put = {
    record,
    type: 'case' as const,
    base,
    body: { ...live.body, ...patch },
    marking: live.marking,
  };
  const ops = draftPuts(db, logId, [put]);
  if (!ops.ok) return ops;
  commit({ log: logId, intent: { action }, ops: ops.value });
  return ok({});
}
