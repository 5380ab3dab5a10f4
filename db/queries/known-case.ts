import type { KnownCase, KnownRecord, KnownRelation, MatchIdentifier } from '#shared/import/reader.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { labelOf } from '#shared/model/label.ts';
import type { RelationKind } from '#shared/model/properties.ts';
import type { EntityType, RecordType } from '#shared/model/records.ts';
import type { ReadDb } from '../handle.ts';
import { tableOf } from '../projection/tables.ts';

const LIVE = 'v.known_to IS NULL AND v.withdrawn = 0 AND v.readable = 1';

function kindOf(db: ReadDb, log: LogId, record: RecordId): KnownRecord | undefined {
  const heads = db.all<{ type: RecordType; kind: RelationKind | null; says: number }>(
    `SELECT v.type, r.kind, v.withdrawn = 0 AND v.readable = 1 AS says FROM version v LEFT JOIN r_relation r ON r.n = v.n
     WHERE v.log = ? AND v.record = ? AND v.known_to IS NULL`,
    [log, record],
  );
  const first = heads.find(({ says }) => says === 1);
  if (!first) return undefined;
  return {
    type: first.type,
    ...(first.kind === null ? {} : { kind: first.kind }),
    ...(heads.length > 1 ? { conflict: true } : {}),
  };
}

/** Every entity of a case by the code under which a register knows it. */
function byIdentifier(db: ReadDb, log: LogId): Map<string, RecordId[]> {
  const rows = db.all<{ subject: RecordId; property: MatchIdentifier; code: string }>(
    `SELECT DISTINCT c.subject, c.property, c.value ->> '$.code' AS code
     FROM version v JOIN r_claim c ON c.n = v.n JOIN version s ON s.log = v.log AND s.record = c.subject
     WHERE v.log = ? AND v.type = 'claim' AND ${LIVE} AND c.property IN ('kvk', 'lei', 'rsin', 'foreignRegistration')
     AND c.value ->> '$.kind' = 'code' AND s.known_to IS NULL AND s.withdrawn = 0 AND s.readable = 1 ORDER BY c.subject`,
    [log],
  );
  const found = new Map<string, RecordId[]>();
  for (const { subject, property, code } of rows) {
    const key = `${property} ${code}`;
    found.set(key, [...(found.get(key) ?? []), subject]);
  }
  return found;
}

const relationsOf = (
  db: ReadDb,
  log: LogId,
  kind: RelationKind,
  from: RecordId,
  to: RecordId,
): KnownRelation[] =>
  db
    .all<{ record: RecordId; label: string | null; validFrom: string | null }>(
      `SELECT v.record, r.label, r.valid_from AS validFrom FROM r_relation r JOIN version v ON v.n = r.n
       WHERE r."from" = ? AND r."to" = ? AND r.kind = ? AND +v.log = ? AND ${LIVE} ORDER BY v.record`,
      [from, to, kind, log],
    )
    .map(({ record, label, validFrom }) => ({
      record,
      ...(label === null ? {} : { label }),
      ...(validFrom === null ? {} : { validFrom }),
    }));

const namedAs = (db: ReadDb, log: LogId, name: string, types: readonly EntityType[]): RecordId[] =>
  types
    .flatMap((type) =>
      db.all<{ record: RecordId }>(
        `SELECT DISTINCT v.record FROM version v JOIN ${tableOf(type)} e ON e.n = v.n
         WHERE v.log = ? AND v.type = ? AND v.label = ? AND e.name = ? AND ${LIVE}`,
        [log, type, labelOf(type, { name }), name],
      ),
    )
    .map(({ record }) => record)
    .sort();

/** The case as a reader may ask it. Identifiers are read once: nobody changes them while a file is read. */
export function knownCase(db: ReadDb, log: LogId): KnownCase {
  let identifiers: Map<string, RecordId[]> | undefined;
  let having: Set<string> | undefined;
  const read = (): Map<string, RecordId[]> => {
    identifiers ??= byIdentifier(db, log);
    return identifiers;
  };
  return {
    kindOf: (record) => kindOf(db, log, record),
    withIdentifier: (property, code) => read().get(`${property} ${code}`) ?? [],
    identified: (record, property) => {
      having ??= new Set(
        [...read()].flatMap(([key, records]) => records.map((one) => `${key.split(' ', 1)[0]} ${one}`)),
      );
      return having.has(`${property} ${record}`);
    },
    named: (name, types) => namedAs(db, log, name, types),
    relations: (kind, from, to) => relationsOf(db, log, kind, from, to),
  };
}
