import { caseRow } from '#db/queries/cases.ts';
import { conflictingRecords, unreadableTypes } from '#db/queries/counts.ts';
import { danglingReferences } from '#db/queries/dangling.ts';
import { recordVersions } from '#db/queries/history.ts';
import { refOf, refsOf } from '#db/queries/refs.ts';
import { searchRecords } from '#db/queries/search.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import type { recordsContract } from '#shared/ipc/records.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { labelOf } from '#shared/model/label.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { newRecordId } from '../session.ts';
import { draftPuts, freshBase } from './puts.ts';

export const records: HandlersOf<typeof recordsContract> = {
  'records.put': ({ db, commit }, { logId, action, puts }) => {
    const named = puts.map((put) => ({ ...put, record: put.record ?? newRecordId() }));
    const ops = draftPuts(db, logId, named);
    if (!ops.ok) return ops;
    commit({ log: logId, intent: { action }, ops: ops.value });
    return ok({ records: named.map(({ record }) => record) });
  },

  'records.withdraw': ({ db, commit }, { logId, records: withdrawn }) => {
    const ops = [];
    for (const [index, { record, base }] of withdrawn.entries()) {
      const [live] = liveOf(db, logId, record);
      if (!live) return fail('notFound', { index });
      if (!freshBase(db, logId, record, base)) return fail('stale', { index });
      ops.push({ record, type: live.type, base, marking: live.marking, body: null });
    }
    commit({ log: logId, intent: { action: 'withdraw' }, ops });
    return ok({});
  },

  'records.get': ({ db }, { logId, record, at }) => ok(liveOf(db, logId, record, at)),

  'records.list': ({ db }, { logId, types, at }) => {
    const views = liveOfTypes(db, logId, types, at);
    const counts = new Map<string, number>();
    for (const { record } of views) counts.set(record, (counts.get(record) ?? 0) + 1);
    return ok(
      views.map((view) => ({
        ...view,
        label: labelOf(view.type, view.body),
        conflict: (counts.get(view.record) ?? 0) > 1,
      })),
    );
  },

  'records.versions': ({ db }, { logId, record }) => ok(recordVersions(db, logId, record)),

  'records.search': ({ db }, { text, logId, limit }) => {
    const titles = new Map<string, string>();
    const titleOf = (log: typeof logId & string): string => {
      if (!titles.has(log)) titles.set(log, caseRow(db, log)?.title ?? '');
      return titles.get(log) as string;
    };
    return ok(
      searchRecords(db, text, logId, limit).map(({ log, record, type, label, marking, snippet }) => {
        const about = aboutOf(db, log, record, type);
        return {
          logId: log,
          caseTitle: titleOf(log),
          ref: { record, type, label, marking },
          ...(about ? { about } : {}),
          snippet,
        };
      }),
    );
  },

  'records.findings': ({ db }, { logId }) => {
    const conflicting = conflictingRecords(db, logId) as RecordId[];
    const refs = refsOf(db, logId, conflicting);
    return ok({
      conflicts: conflicting.flatMap((record) => {
        const ref = refs.get(record);
        return ref ? [{ ref, versions: liveOf(db, logId, record) }] : [];
      }),
      dangling: danglingReferences(db, logId),
      unknownTypes: unreadableTypes(db, logId),
    });
  },
};

/** The record that a claim, relation or note is about, to name it in a list of hits. */
function aboutOf(
  db: Parameters<typeof refOf>[0],
  log: Parameters<typeof refOf>[1],
  record: RecordId,
  type: string,
) {
  const member = { claim: 'subject', relation: 'from', note: 'about' }[type];
  if (member === undefined) return undefined;
  const id = liveOf(db, log, record)[0]?.body[member];
  return typeof id === 'string' ? refOf(db, log, id as RecordId) : undefined;
}
