import type { Op } from '../log/op.ts';
import { type LogEntry, liveVersions, stateOf } from '../log/state.ts';
import type { OpDigest } from '../model/ids.ts';
import { isWithin, type Marking } from '../model/marking.ts';
import { idsIn, staysBehind } from './ceiling.ts';

/**
 * Versions that were found to be secret afterwards: every version that a version above the ceiling replaces, however
 * many steps back. Without this a name would leave in the version from before somebody marked it.
 */
function raisedLater(ops: ReadonlyMap<OpDigest, Op>, ceiling: Marking): ReadonlySet<OpDigest> {
  const hidden = new Set<OpDigest>();
  for (const [digest, { marking }] of ops) if (!isWithin(marking, ceiling)) hidden.add(digest);
  for (const digest of hidden) for (const base of ops.get(digest)?.base ?? []) hidden.add(base);
  return hidden;
}

/**
 * The entries of a log with the bodies that may go under a ceiling; of the others the signed digest stays, which is
 * salted and tells nothing, so that the signatures still verify and the receiver sees how much is withheld but not
 * what (design 4, selective disclosure). A body goes when its record goes (`staysBehind`), when neither it nor a later
 * version of it is marked above the ceiling, and when it points at nothing that stays behind.
 */
export function discloseEntries(entries: readonly LogEntry[], ceiling: Marking): readonly LogEntry[] {
  const state = stateOf(entries);
  const live = [...liveVersions(state).values()].flat().map((digest) => state.ops.get(digest) as Op);
  const stays = staysBehind(live, ceiling);
  const hidden = new Set(raisedLater(state.ops, ceiling));
  for (const [digest, { record, body }] of state.ops)
    if (stays.has(record) || idsIn(body).some((id) => stays.has(id))) hidden.add(digest);
  return entries.map(({ change }) => ({
    change,
    ops: change.header.ops.flatMap((digest) => {
      const op = hidden.has(digest) ? undefined : state.ops.get(digest);
      return op === undefined ? [] : [op];
    }),
  }));
}
