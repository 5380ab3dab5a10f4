import { headsOf, readEntries } from '#db/log.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import { evaluateCase, PACKS, resultDigest, resultDrift } from '#shared/freeze/evaluate.ts';
import { type LiveVersion, liveIn, pastOf } from '#shared/freeze/past.ts';
import { blockersOf, HARD } from '#shared/freeze/ready.ts';
import type { VersionView } from '#shared/ipc/common.ts';
import type { FrozenView, freezeContract } from '#shared/ipc/freeze.ts';
import { type LogState, stateDigest, stateOf } from '#shared/log/state.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { caseRecordId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { newRecordId } from '../session.ts';
import { draftPuts } from './puts.ts';

type Freeze = BodyOf<'freeze'>;

/** Number of records of each type that are not live as they were. */
function changedSince(before: readonly LiveVersion[], after: readonly LiveVersion[]): FrozenView['changed'] {
  const keys = (live: readonly LiveVersion[]) =>
    new Set(live.map(({ record, digest }) => `${record} ${digest}`));
  const [was, is] = [keys(before), keys(after)];
  const records = new Map<RecordId, string>();
  for (const { record, type, digest } of before)
    if (!is.has(`${record} ${digest}`)) records.set(record, type);
  for (const { record, type, digest } of after)
    if (!was.has(`${record} ${digest}`)) records.set(record, type);
  const byType = Map.groupBy(
    [...records.values()].filter((type) => type !== 'freeze'),
    (type) => type,
  );
  return [...byType].map(([type, list]) => ({ type, count: list.length })).sort((a, b) => b.count - a.count);
}

/** Makes a frozen assessment again from the log, and compares. */
function frozenView(view: VersionView, state: LogState, now: readonly LiveVersion[]): FrozenView {
  const body = view.body as unknown as Freeze;
  const { past, missing } = pastOf(state, body.heads);
  const live = liveIn(past);
  const result = evaluateCase(live, body.day);
  const withheld = [...past.changes.values()].some(({ header }) =>
    header.ops.some((op) => !past.ops.has(op)),
  );
  const samePacks = canonicalText(body.packs) === canonicalText(PACKS);
  const same = resultDigest(result) === body.result && stateDigest(past) === body.state;
  const check =
    missing.length > 0 || withheld ? 'incomplete' : same ? 'same' : samePacks ? 'differs' : 'otherPacks';
  const { title, note, day, overruled, reason, result: digest } = body;
  return {
    ...{ record: view.record, title, day, overruled, result: digest },
    ...(note ? { note } : {}),
    ...(reason ? { reason } : {}),
    author: `${view.author.name} (${view.author.department})`,
    time: view.time,
    marking: view.marking,
    check,
    drift: check === 'same' ? resultDrift(result, evaluateCase(now, body.day)) : [],
    changed: check === 'incomplete' ? [] : changedSince(live, now),
  };
}

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
