import type { At, VersionView } from '#shared/ipc/common.ts';
import type { Author } from '#shared/log/change.ts';
import type { Json } from '#shared/model/canonical.ts';
import { holdsOn } from '#shared/model/dates.ts';
import { DEFAULTS } from '#shared/model/defaults.ts';
import type { LogId, OpDigest, RecordId } from '#shared/model/ids.ts';
import type { RecordType } from '#shared/model/records.ts';
import type { ReadDb, SqlValue } from '../handle.ts';
import { tableOf } from '../projection/tables.ts';
import { rememberedBodies, rememberedList } from './remembered.ts';

type Row = Omit<VersionView, 'body' | 'author'> & { n: number; author: string };

/** Condition on `version v` for what is live now, or was live at an instant in our knowledge (`$knownAt`). */
export const liveAt = (at: At): string =>
  at.knownAt === undefined
    ? 'v.known_to IS NULL AND v.withdrawn = 0 AND v.readable = 1'
    : 'v.known_from <= $knownAt AND (v.known_to IS NULL OR v.known_to > $knownAt) AND v.withdrawn = 0 AND v.readable = 1';

/** Parameters for `liveAt`. */
export const atParams = (at: At): Record<string, string> =>
  at.knownAt === undefined ? {} : { knownAt: at.knownAt };

const SELECT = `SELECT v.n, v.record, v.type, v.digest, v.marking, c.id AS change, c.signer AS author, c.time
  FROM version v JOIN change c ON c.n = v.change`;

/** Only bodies that their schema accepts are readable, so that filling in its defaults is all there is to do. */
function readBody(db: ReadDb, { n, type }: Row): { [key: string]: Json } {
  const op = db.get<{ body: string }>("SELECT content -> '$.body' AS body FROM op WHERE n = ?", [n]);
  return { ...DEFAULTS[type], ...(JSON.parse((op as { body: string }).body) as { [key: string]: Json }) };
}

const onDay = (views: readonly VersionView[], day: At['validAt']): readonly VersionView[] =>
  day === undefined
    ? views
    : views.filter(({ body }) => holdsOn(body as { validFrom?: string; validTo?: string }, day));

/** Versions under a condition on `v`, with validity on `at.validAt` where they have one. */
export function versions(
  db: ReadDb,
  at: At,
  where: string,
  params: Readonly<Record<string, SqlValue>>,
): VersionView[] {
  const rows = db.all<Row>(
    `${SELECT} WHERE ${where} AND ${liveAt(at)} ORDER BY +v.label, v.record, v.digest`,
    {
      ...params,
      ...atParams(at),
    },
  );
  // Few people sign many versions.
  const authors = new Map<string, Author>();
  const bodyOf = rememberedBodies(db);
  const views = rows.map((row): VersionView => {
    const { n: _, author: signer, ...rest } = row;
    const author = authors.get(signer) ?? (JSON.parse(signer) as Author);
    authors.set(signer, author);
    return { ...rest, body: bodyOf(row.digest, () => readBody(db, row)), author };
  });
  return [...onDay(views, at.validAt)];
}

/** Live versions of one record: several are a conflict, none means unknown or withdrawn. */
export const liveOf = (db: ReadDb, log: LogId, record: RecordId, at: At = {}): VersionView[] =>
  versions(db, at, 'v.log = $log AND v.record = $record', { log, record });

/** Live versions of all records of some types. */
export const liveOfTypes = (
  db: ReadDb,
  log: LogId,
  types: readonly RecordType[],
  at: At = {},
): VersionView[] =>
  types.flatMap((type) => {
    // Of all days, so that a walk over many days keeps one list.
    const { knownAt, validAt } = at;
    const known = knownAt === undefined ? {} : { knownAt };
    const read = () => versions(db, known, 'v.log = $log AND v.type = $type', { log, type });
    return onDay(knownAt === undefined ? rememberedList(db, `${log} ${type}`, read) : read(), validAt);
  });

/** Live versions of one type whose indexed member has a value. `+` keeps the planner from walking the whole log. */
export const liveBy = (
  db: ReadDb,
  log: LogId,
  type: RecordType,
  member: string,
  value: string,
  at: At = {},
): VersionView[] =>
  versions(db, at, `v.n IN (SELECT n FROM ${tableOf(type)} WHERE "${member}" = $value) AND +v.log = $log`, {
    log,
    value,
  });

/** What is live of a record, withdrawn versions too: what a next version must name as its base. */
export const liveHeads = (
  db: ReadDb,
  log: LogId,
  record: RecordId,
): { digest: OpDigest; withdrawn: boolean }[] =>
  db
    .all<{ digest: OpDigest; withdrawn: number }>(
      'SELECT digest, withdrawn FROM version WHERE log = ? AND record = ? AND known_to IS NULL ORDER BY +digest',
      [log, record],
    )
    .map(({ digest, withdrawn }) => ({ digest, withdrawn: withdrawn === 1 }));

export const liveDigests = (db: ReadDb, log: LogId, record: RecordId): OpDigest[] =>
  liveHeads(db, log, record).map(({ digest }) => digest);
