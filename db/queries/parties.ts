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

/** Which records to read: of one case or of all, and of those all or some. */
export type PartyScope = { readonly log?: LogId; readonly records?: readonly RecordId[] };
const scoped = ({ log, records }: PartyScope): { log: string | null; records: string | null } => ({
  log: log ?? null,
  records: records ? JSON.stringify(records) : null,
});

export const partyRows = (db: ReadDb, scope: PartyScope): PartyRow[] =>
  db.all(
    `SELECT v.log, v.record, v.type, v.label, v.marking, coalesce(c.country, p.country) AS country
     FROM version v LEFT JOIN r_company c ON c.n = v.n LEFT JOIN r_public_body p ON p.n = v.n
     WHERE v.type IN ('company', 'person', 'publicBody') AND ${LIVE} AND ($log IS NULL OR v.log = $log)
     AND ($records IS NULL OR v.record IN (SELECT value FROM json_each($records)))
     ORDER BY v.log, v.record, v.digest`,
    scoped(scope),
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

export const partyClaims = (db: ReadDb, scope: PartyScope): PartyClaim[] =>
  db
    .all<Omit<PartyClaim, 'value'> & { value: string }>(
      `${CLAIMS} AND ($log IS NULL OR v.log = $log)
       AND ($records IS NULL OR c.subject IN (SELECT value FROM json_each($records)))
       ORDER BY v.log, c.subject, c.property, v.record, v.digest`,
      scoped(scope),
    )
    .map(claimOf);

export type Tie = { log: LogId; kind: RelationKind; from: RecordId; to: RecordId; marking: Marking };

/** Live relations of one case, or of all; with `records` those that touch one of them. */
export const ties = (db: ReadDb, scope: PartyScope): Tie[] =>
  db.all(
    `SELECT v.log, r.kind, r."from", r."to", v.marking FROM r_relation r JOIN version v ON v.n = r.n
     WHERE ${LIVE} AND ($log IS NULL OR v.log = $log)
     AND ($records IS NULL OR r."from" IN (SELECT value FROM json_each($records))
       OR r."to" IN (SELECT value FROM json_each($records)))
     ORDER BY v.log, v.record, v.digest`,
    scoped(scope),
  );
