import type { ReadDb } from '#db/handle.ts';
import { ties } from '#db/queries/parties.ts';
import {
  casesWithin,
  type OpenCase,
  partiesWithNumber,
  partiesWithWords,
  partyActivity,
  partyConflicts,
} from '#db/queries/watch.ts';
import { ACROSS, acrossGroups, type End, rolesOf } from '#shared/identity/across.ts';
import type { Candidate } from '#shared/identity/candidates.ts';
import { compareParties } from '#shared/identity/compare-parties.ts';
import { prepareParty, STRONG_IDENTIFIERS } from '#shared/identity/party.ts';
import type { Sighting, watchContract } from '#shared/ipc/watch.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { isWithin, type Marking } from '#shared/model/marking.ts';
import { ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { type KnownParty, knownParties } from '../identity-parties.ts';
import { runWorker } from '../run-worker.ts';
import type { DuplicatesTask } from '../workers/duplicates.ts';

/** Parties that share a word with one are looked at up to so many; numbers are looked at all. */
const MOST_BY_WORD = 400;
/** Shorter words say too little to look for. */
const SHORTEST_WORD = 3;

const visibleCases = (db: ReadDb, ceiling: Marking): Map<LogId, OpenCase> =>
  new Map(casesWithin(db, ceiling).map((one) => [one.log, one]));

/** What each party does in its case, when it was last written about, and what is in conflict about it. */
function sightingsOf(
  db: ReadDb,
  ceiling: Marking,
  cases: ReadonlyMap<LogId, OpenCase>,
  parties: readonly KnownParty[],
): Map<RecordId, Sighting> {
  const records = parties.map(({ party }) => party.record);
  const key = (log: string, record: string): string => `${log} ${record}`;
  const ends = new Map<string, End[]>();
  const add = (log: string, record: string, end: End): void => {
    const list = ends.get(key(log, record));
    if (list) list.push(end);
    else ends.set(key(log, record), [end]);
  };
  for (const { log, kind, from, to, marking } of ties(db, { records })) {
    if (!isWithin(marking, ceiling)) continue;
    add(log, from, { kind, side: 'from' });
    add(log, to, { kind, side: 'to' });
  }
  const latest = new Map(
    partyActivity(db, records, ceiling).map((one) => [key(one.log, one.record), one.latest]),
  );
  const conflicts = new Map(
    partyConflicts(db, records, ceiling).map((one) => [key(one.log, one.record), one.conflicts]),
  );
  return new Map(
    parties.flatMap(({ log, type, label, marking, party: { record } }): [RecordId, Sighting][] => {
      const own = cases.get(log);
      const time = latest.get(key(log, record));
      if (!own || !time) return [];
      return [
        [
          record,
          {
            logId: log,
            title: own.title,
            ref: { record, type, label, marking },
            roles: rolesOf(ends.get(key(log, record)) ?? [], own.company === record),
            latest: time,
            conflicts: conflicts.get(key(log, record)) ?? 0,
          },
        ],
      ];
    }),
  );
}

export const watch: HandlersOf<typeof watchContract> = {
  'watch.elsewhere': ({ db, settings }, { logId, record }) => {
    const { ceiling } = settings.get();
    const [own] = knownParties(db, { log: logId, records: [record] }, ceiling).parties;
    if (!own) return ok([]);
    const mine = prepareParty(own.party);
    const numbers = [...mine.identifiers.values()].flatMap((values) => [...values]);
    // A Dutch VAT number and the RSIN in it are looked for in both forms.
    const asWritten = own.party.identifiers.map(({ value }) => value);
    const words = own.party.names
      .flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))
      .concat(
        mine.names.flatMap((name) => name.words.filter(({ weight }) => weight === 1).map(({ text }) => text)),
      )
      .filter((word) => word.length >= SHORTEST_WORD);
    const places = [
      ...partiesWithNumber(db, STRONG_IDENTIFIERS, [...new Set([...numbers, ...asWritten])], ceiling),
      ...partiesWithWords(db, [...new Set(words)], ceiling, MOST_BY_WORD),
    ].filter(({ log }) => log !== logId);
    const cases = visibleCases(db, ceiling);
    const found = knownParties(db, { records: [...new Set(places.map((place) => place.record))] }, ceiling)
      .parties.filter(({ log }) => log !== logId && cases.has(log))
      .map((known) => ({ known, ...compareParties(mine, prepareParty(known.party), { least: ACROSS }) }))
      .filter(({ score }) => score >= ACROSS);
    const sightings = sightingsOf(
      db,
      ceiling,
      cases,
      found.map(({ known }) => known),
    );
    return ok(
      found
        .flatMap(({ known, score, reasons, against }) => {
          const sighting = sightings.get(known.party.record);
          return sighting ? [{ ...sighting, score, reasons: [...reasons], against: [...against] }] : [];
        })
        .sort((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1)),
    );
  },

  'watch.map': async ({ db, settings, signal, progress }) => {
    const { ceiling } = settings.get();
    const cases = visibleCases(db, ceiling);
    const parties = knownParties(db, {}, ceiling).parties.filter(({ log }) => cases.has(log));
    const logOf = new Map(parties.map(({ log, party }) => [party.record, log as string]));
    progress('compare', 0, parties.length);
    const task: DuplicatesTask = {
      parties: parties.map(({ party }) => party),
      related: new Map(),
      apart: logOf,
      least: ACROSS,
    };
    const pairs = await runWorker<readonly Candidate[]>('duplicates', task, {
      signal,
      onProgress: (done) => progress('compare', done, parties.length),
    });
    const groups = acrossGroups(pairs, (record) => logOf.get(record));
    const listed = new Set(groups.flatMap(({ records }) => records));
    const sightings = sightingsOf(
      db,
      ceiling,
      cases,
      parties.filter(({ party }) => listed.has(party.record)),
    );
    return ok({
      ceiling,
      cases: cases.size,
      parties: parties.length,
      rows: groups.flatMap(({ records, score, pairs: own }) => {
        const seen = records.flatMap((record) => sightings.get(record) ?? []);
        const [first] = seen;
        const weakest = own.find((pair) => pair.score === score);
        if (!first || !weakest) return [];
        return [
          {
            key: first.ref.record,
            name: first.ref.label,
            score,
            reasons: [...weakest.reasons],
            against: [...weakest.against],
            sightings: seen,
          },
        ];
      }),
    });
  },
};
