import type { ReadDb } from '#db/handle.ts';
import { headsOf } from '#db/log.ts';
import { ties } from '#db/queries/parties.ts';
import { refsOf } from '#db/queries/refs.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import { type Candidate, duplicateCandidates, pairKey } from '#shared/identity/candidates.ts';
import { CANDIDATE } from '#shared/identity/compare-parties.ts';
import type { RecordRef, VersionView } from '#shared/ipc/common.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { type identityContract, MOST_CANDIDATES, SEARCHED_AT_ONCE } from '#shared/ipc/identity.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import { highestMarking, isWithin, type Marking } from '#shared/model/marking.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { sameParties } from '#shared/model/same.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { knownParties } from '../identity-parties.ts';
import { runWorker } from '../run-worker.ts';
import { decisionsOf } from '../same-decisions.ts';
import type { Session } from '../session.ts';
import type { DuplicatesTask } from '../workers/duplicates.ts';
import { draftPuts } from './puts.ts';

type Found = OutputOf<(typeof identityContract)['identity.search']>;
type Gathered = {
  readonly task: DuplicatesTask;
  readonly names: ReadonlyMap<RecordId, RecordRef>;
  readonly withheld: number;
};

/** Parties of the case that may be seen, and which of them have a relation with each other. */
function gather(db: ReadDb, log: LogId, ceiling: Marking): Gathered {
  const { parties, withheld } = knownParties(db, { log }, ceiling);
  const names = new Map(
    parties.map(({ party: { record }, type, label, marking }) => [record, { record, type, label, marking }]),
  );
  const related = new Map(
    ties(db, { log })
      .filter(({ from, to, marking }) => names.has(from) && names.has(to) && isWithin(marking, ceiling))
      .map(({ from, to, kind }) => [pairKey(from, to), kind]),
  );
  return { task: { parties: parties.map(({ party }) => party), related, least: CANDIDATE }, names, withheld };
}

/** Pairs on which there is no decision yet, directly or through others. */
function undecided(db: ReadDb, log: LogId, candidates: readonly Candidate[]): Candidate[] {
  const decisions = decisionsOf(db, log);
  const { of } = sameParties(decisions);
  const different = new Set(
    decisions
      .filter(({ decision }) => decision === 'different')
      .flatMap(({ records }) =>
        records.flatMap((a, i) => records.slice(i + 1).map((b) => pairKey(of(a), of(b)))),
      ),
  );
  return candidates.filter(({ a, b }) => of(a) !== of(b) && !different.has(pairKey(of(a), of(b))));
}

function answer(
  db: ReadDb,
  log: LogId,
  ceiling: Marking,
  { names, task, withheld }: Gathered,
  all: readonly Candidate[],
): Found {
  const open = undecided(db, log, all);
  return {
    candidates: open.slice(0, MOST_CANDIDATES).map(({ a, b, ...alike }) => ({
      ...alike,
      reasons: [...alike.reasons],
      against: [...alike.against],
      a: names.get(a) as RecordRef,
      b: names.get(b) as RecordRef,
    })),
    more: Math.max(0, open.length - MOST_CANDIDATES),
    compared: task.parties.length,
    withheld,
    ceiling,
  };
}

/** The last search of each case, for as long as nothing changes in it and the vault is open. */
type Kept = { readonly state: string; readonly found: readonly Candidate[] };
const kept = new WeakMap<Session, Map<LogId, Kept>>();
const stateOf = (db: ReadDb, log: LogId, ceiling: Marking): string =>
  `${ceiling} ${headsOf(db, log).join(' ')}`;
function keep(session: Session, log: LogId, state: string, found: readonly Candidate[]): void {
  const searches = kept.get(session) ?? new Map<LogId, Kept>();
  kept.set(session, searches.set(log, { state, found }));
}

const bodyOf = ({ body }: VersionView): BodyOf<'identity'> => body as BodyOf<'identity'>;
const recordsIn = (versions: Versions): RecordId[] => [
  ...new Set(versions.flatMap((one) => bodyOf(one).records)),
];
const evidenceIn = (versions: Versions): RecordId[] => [
  ...new Set(versions.flatMap((one) => bodyOf(one).evidence)),
];

export const identity: HandlersOf<typeof identityContract> = {
  'identity.get': ({ db }, { logId, at }) => {
    const decisions = byRecord(liveOfTypes(db, logId, ['identity'], at));
    const { groups, conflicts } = sameParties(decisionsOf(db, logId, at));
    const names = refsOf(
      db,
      logId,
      decisions.flatMap((versions) => [...recordsIn(versions), ...evidenceIn(versions)]),
    );
    const named = (records: readonly RecordId[]): RecordRef[] =>
      records.flatMap((record) => names.get(record) ?? []);
    return ok({
      decisions: decisions.map((versions) => ({
        record: versions[0].record,
        versions,
        records: named(recordsIn(versions)),
        evidence: named(evidenceIn(versions)),
      })),
      groups: groups.flatMap(({ name, members, decisions: by }) => {
        const ref = names.get(name);
        return ref ? [{ name: ref, members: named(members), decisions: [...by] }] : [];
      }),
      conflicts: conflicts.flatMap(({ different, records: [a, b], group }) => {
        const [one, other] = [names.get(a), names.get(b)];
        return one && other ? [{ different, records: [one, other] as [RecordRef, RecordRef], group }] : [];
      }),
    });
  },

  'identity.candidates': ({ db, session, settings }, { logId }) => {
    const { ceiling } = settings.get();
    const gathered = gather(db, logId, ceiling);
    const state = stateOf(db, logId, ceiling);
    const last = kept.get(session)?.get(logId);
    if (last?.state === state) return ok(answer(db, logId, ceiling, gathered, last.found));
    if (gathered.task.parties.length > SEARCHED_AT_ONCE) return ok(null);
    const { parties, related, least } = gathered.task;
    const found = duplicateCandidates(parties, { related, least });
    keep(session, logId, state, found);
    return ok(answer(db, logId, ceiling, gathered, found));
  },

  'identity.search': async ({ db, session, settings, signal, progress }, { logId }) => {
    const { ceiling } = settings.get();
    const gathered = gather(db, logId, ceiling);
    const state = stateOf(db, logId, ceiling);
    const total = gathered.task.parties.length;
    progress('compare', 0, total);
    const found = await runWorker<readonly Candidate[]>('duplicates', gathered.task, {
      signal,
      onProgress: (done) => progress('compare', done, total),
    });
    keep(session, logId, state, found);
    return ok(answer(db, logId, ceiling, gathered, found));
  },

  'identity.decide': ({ db, commit }, { logId, records, decision, named, reason, evidence, base }) => {
    const sorted = [...new Set(records)].sort();
    const shown = [...sorted, ...evidence].map((record) => liveOf(db, logId, record));
    if (shown.some((versions) => versions.length === 0)) return fail('notFound');
    const marking = highestMarking(shown.flat().map((version) => version.marking));
    const record = slotId(logId, `identity:${sorted.join(',')}`);
    const body = { records: sorted, decision, ...(named === undefined ? {} : { named }), reason, evidence };
    const ops = draftPuts(db, logId, [{ record, type: 'identity', base, body, marking }]);
    if (!ops.ok) return ops;
    commit({ log: logId, intent: { action: 'identify' }, ops: ops.value });
    return ok({ record });
  },
};
