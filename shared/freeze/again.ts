import type { VersionView } from '../ipc/common.ts';
import type { FrozenView } from '../ipc/freeze.ts';
import { type LogState, stateDigest } from '../log/state.ts';
import { canonicalText } from '../model/canonical.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import { evaluateCase, PACKS, resultDigest, resultDrift } from './evaluate.ts';
import { type LiveVersion, liveIn, pastOf } from './past.ts';

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
export function frozenView(view: VersionView, state: LogState, now: readonly LiveVersion[]): FrozenView {
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
  const { title, note, day, overruled, reason, packs, state: data, result: digest } = body;
  return {
    ...{ record: view.record, title, day, overruled, packs, state: data, result: digest },
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
