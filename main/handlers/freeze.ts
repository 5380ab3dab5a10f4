import { headsOf, readEntries } from '#db/log.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import { frozenView } from '#shared/freeze/again.ts';
import { evaluateCase, PACKS, resultDigest } from '#shared/freeze/evaluate.ts';
import { liveIn } from '#shared/freeze/past.ts';
import { blockersOf, HARD } from '#shared/freeze/ready.ts';
import type { freezeContract } from '#shared/ipc/freeze.ts';
import { type LogState, stateDigest, stateOf } from '#shared/log/state.ts';
import type { LogId } from '#shared/model/ids.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { newRecordId } from '../session.ts';
import { draftPuts } from './puts.ts';

const logOf = (db: Parameters<typeof readEntries>[0], logId: LogId): LogState =>
  stateOf(readEntries(db, logId));

export const freeze: HandlersOf<typeof freezeContract> = {
  'freeze.list': ({ db }, { logId }) => {
    const state = logOf(db, logId);
    const now = liveIn(state);
    if (!now.some(({ record }) => record === caseRecordId(logId))) return fail('notFound');
    return ok({
      blockers: blockersOf(now).map(({ code, items }) => ({
        code,
        items: [...items],
        hard: HARD.includes(code),
      })),
      frozen: liveOfTypes(db, logId, ['freeze'])
        .map((view) => frozenView(view, state, now))
        .sort((a, b) => (a.time < b.time ? 1 : -1)),
    });
  },

  'freeze.make': ({ db, commit }, { logId, title, note, day, reason, marking }) => {
    const state = logOf(db, logId);
    const live = liveIn(state);
    if (!live.some(({ record }) => record === caseRecordId(logId))) return fail('notFound');
    const blockers = blockersOf(live);
    const [hard] = blockers.filter(({ code }) => HARD.includes(code));
    if (hard) return fail('notReady', { code: hard.code, count: hard.items.length });
    const [soft] = blockers;
    if (soft && !reason?.trim()) return fail('notReady', { code: soft.code, count: soft.items.length });
    const result = resultDigest(evaluateCase(live, day));
    const record = newRecordId();
    const body = {
      title,
      ...(note ? { note } : {}),
      day,
      heads: headsOf(db, logId),
      state: stateDigest(state),
      result,
      packs: PACKS,
      overruled: blockers.map(({ code }) => code),
      ...(reason?.trim() ? { reason } : {}),
    };
    const ops = draftPuts(db, logId, [{ record, type: 'freeze', base: [], body, marking }]);
    if (!ops.ok) return ops;
    commit({ log: logId, intent: { action: 'freeze' }, ops: ops.value });
    return ok({ record, result });
  },
};
