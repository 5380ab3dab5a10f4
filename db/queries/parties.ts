import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { RelationKind } from '#shared/model/properties/property.ts';
import type { Value } from '#shared/model/value.ts';
import type { ReadDb } from '../handle.ts';

/** A live version of a party, in any case of the vault or in one. Several of one record are a conflict. */
export type PartyRow = {
  log: LogId;
  record: RecordId;
  type: 'company' | 'person' | 'publicBody';
  label: string;
  marking: Marking;
  country: string | null;
};

const LIVE = 'v.known_to IS NULL AND v.withdrawn = 0 AND v.readable = 1';

export const partyRows = (db: ReadDb, log: LogId | null): PartyRow[] =>
  db.all(
    `SELECT v.log, v.record, v.type, v.label, v.marking, coalesce(c.country, p.country) AS country
     FROM version v LEFT JOIN r_company c ON c.n = v.n LEFT JOIN r_public_body p ON p.n = v.n
     WHERE v.type IN ('company', 'person', 'publicBody') AND ${LIVE} AND ($log IS NULL OR v.log = $log)
     ORDER BY v.log, v.record, v.digest`,
    { log },
  );

/** What is said of a party that helps to recognise it. */
export type PartyClaim = { log: LogId; subject: RecordId; property: string; value: Value; marking: Marking };

/** Properties that name a party or give it a number, and its address on the web. */
export const RECOGNISED_BY = [
  'legalName',
  'tradeName',
  'formerName',
  'kvk',
  'rsin',
  'lei',
  'vat',
  'website',
] as const;

const CLAIMS = `SELECT v.log, c.subject, c.property, c.value, v.marking FROM r_claim c JOIN version v ON v.n = c.n
  WHERE c.property IN (${RECOGNISED_BY.map((id) => `'${id}'`).join(', ')}) AND ${LIVE}`;

const claimOf = (row: Omit<PartyClaim, 'value'> & { value: string }): PartyClaim => ({
  ...row,
  value: JSON.parse(row.value) as Value,
});

export const partyClaims = (db: ReadDb, log: LogId | null): PartyClaim[] =>
  db
    .all<Omit<PartyClaim, 'value'> & { value: string }>(
      `${CLAIMS} AND ($log IS NULL OR v.log = $log) ORDER BY v.log, c.subject, c.property, v.record, v.digest`,
      { log },
    )
    .map(claimOf);

export type Tie = { log: LogId; kind: RelationKind; from: RecordId; to: RecordId; marking: Marking };

/** Live relations of one case, or of all. */
export const ties = (db: ReadDb, log: LogId | null): Tie[] =>
  db.all(
    `SELECT v.log, r.kind, r."from", r."to", v.marking FROM r_relation r JOIN version v ON v.n = r.n
     WHERE ${LIVE} AND ($log IS NULL OR v.log = $log) ORDER BY v.log, v.record, v.digest`,
    { log },
  );
