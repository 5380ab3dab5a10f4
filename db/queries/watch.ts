import type { Instant } from '#shared/model/dates.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { isWithin, MARKINGS, type Marking } from '#shared/model/marking.ts';
import type { ReadDb } from '../handle.ts';

export type PlaceOfParty = { log: LogId; record: RecordId };

const LIVE = 'v.known_to IS NULL AND v.withdrawn = 0 AND v.readable = 1';
const within = (ceiling: Marking): string => JSON.stringify(MARKINGS.filter((one) => isWithin(one, ceiling)));

/** Parties of which a claim within the ceiling gives one of these numbers. */
export const partiesWithNumber = (
  db: ReadDb,
  kinds: readonly string[],
  values: readonly string[],
  ceiling: Marking,
): PlaceOfParty[] =>
  db.all(
    `SELECT DISTINCT v.log, c.subject AS record FROM r_claim c JOIN version v ON v.n = c.n
     WHERE c.property IN (SELECT value FROM json_each($kinds)) AND ${LIVE}
     AND v.marking IN (SELECT value FROM json_each($within))
     AND (c.value ->> '$.code') IN (SELECT value FROM json_each($values))`,
    { kinds: JSON.stringify(kinds), values: JSON.stringify(values), within: within(ceiling) },
  );

/** Parties of which the name, or a claim that names them, has one of these words, the best first. */
export function partiesWithWords(
  db: ReadDb,
  words: readonly string[],
  ceiling: Marking,
  limit: number,
): PlaceOfParty[] {
  const match = words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' OR ');
  if (match === '') return [];
  return db.all(
    `SELECT v.log, coalesce(c.subject, v.record) AS record
     FROM search JOIN version v ON v.n = search.rowid LEFT JOIN r_claim c ON c.n = v.n
     WHERE search MATCH $match AND ${LIVE} AND v.marking IN (SELECT value FROM json_each($within))
     AND (v.type IN ('company', 'person', 'publicBody')
       OR (v.type = 'claim' AND c.property IN ('legalName', 'tradeName', 'formerName')))
     ORDER BY search.rank LIMIT $limit`,
    { match, within: within(ceiling), limit },
  );
}

export type OpenCase = { log: LogId; title: string; company: RecordId | null };

/** Cases of which every live version of their own record lies within the ceiling; of others not even the name is told. */
export const casesWithin = (db: ReadDb, ceiling: Marking): OpenCase[] =>
  db.all(
    `SELECT v.log, min(r.title) AS title, min(r.company) AS company FROM version v JOIN r_case r ON r.n = v.n
     WHERE v.type = 'case' AND v.record = v.log AND ${LIVE}
     GROUP BY v.log HAVING max(v.marking NOT IN (SELECT value FROM json_each($within))) = 0`,
    { within: within(ceiling) },
  );

export type PartyActivity = PlaceOfParty & { latest: Instant };

/** When something within the ceiling was last written about each of these parties: itself, or a claim on it. */
export const partyActivity = (db: ReadDb, records: readonly RecordId[], ceiling: Marking): PartyActivity[] =>
  db.all(
    `SELECT log, record, max(time) AS latest FROM (
       SELECT v.log, v.record, c.time FROM json_each($records) j JOIN version v ON v.record = j.value
       JOIN change c ON c.n = v.change WHERE ${LIVE} AND v.marking IN (SELECT value FROM json_each($within))
       UNION ALL
       SELECT v.log, s.subject AS record, c.time FROM json_each($records) j JOIN r_claim s ON s.subject = j.value
       JOIN version v ON v.n = s.n JOIN change c ON c.n = v.change
       WHERE ${LIVE} AND v.marking IN (SELECT value FROM json_each($within))
     ) GROUP BY log, record`,
    { records: JSON.stringify(records), within: within(ceiling) },
  );

export type PartyConflicts = PlaceOfParty & { conflicts: number };

/** How many records about each of these parties have several live versions, all of them within the ceiling. */
export const partyConflicts = (
  db: ReadDb,
  records: readonly RecordId[],
  ceiling: Marking,
): PartyConflicts[] =>
  db.all(
    `SELECT log, about AS record, count(*) AS conflicts FROM (SELECT log, about FROM (
       SELECT v.log, v.record AS about, v.record AS one, v.marking
       FROM json_each($records) j JOIN version v ON v.record = j.value WHERE v.known_to IS NULL
       UNION ALL
       SELECT v.log, s.subject AS about, v.record AS one, v.marking
       FROM json_each($records) j JOIN r_claim s ON s.subject = j.value JOIN version v ON v.n = s.n
       WHERE v.known_to IS NULL
     ) GROUP BY log, about, one
       HAVING count(*) > 1 AND max(marking NOT IN (SELECT value FROM json_each($within))) = 0
     ) GROUP BY log, about`,
    { records: JSON.stringify(records), within: within(ceiling) },
  );
