import type { Intent } from '#shared/log/change.ts';
import type { Op } from '#shared/log/op.ts';
import { type Touched, type Version, versionOf } from '#shared/log/revert.ts';
import type { ChangeId, LogId, OpDigest, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { ReadDb } from './handle.ts';

/** Versions that are read in one piece. */
const PIECE = 1_000;

/** A version with what it replaces and the numbers of its op and of its change. */
type Known = Version & {
  readonly n: number;
  readonly change: number;
  readonly base: readonly OpDigest[];
};

// `+` keeps the planner, which has no statistics, from walking a whole log to save a sort.
const versionsOf = (db: ReadDb, log: LogId, record: RecordId): Known[] =>
  db
    .all<{ n: number; digest: OpDigest; change: number; content: string }>(
      `SELECT v.n, v.digest, v.change, o.content FROM version v JOIN op o ON o.n = v.n
       WHERE v.log = ? AND v.record = ? ORDER BY +v.digest`,
      [log, record],
    )
    .map(({ n, digest, change, content }) => {
      const op = JSON.parse(content) as Op;
      return { ...versionOf(op, digest), n, change, base: op.base };
    });

/** Versions among some that no other among them replaces. */
function liveAmong(versions: readonly Known[]): Known[] {
  const replaced = new Set(versions.flatMap(({ base }) => base));
  return versions.filter(({ digest }) => !replaced.has(digest));
}

/** The numbers of all changes that lie before the given ones, those included. */
const ancestors = (db: ReadDb, from: readonly ChangeId[]): Set<number> =>
  new Set(
    db
      .all<{ n: number }>(
        `WITH RECURSIVE back (id) AS (SELECT value FROM json_each(?)
         UNION SELECT p.parent FROM change_parent p JOIN back ON p.change = back.id)
         SELECT c.n FROM back JOIN change c ON c.id = back.id`,
        [JSON.stringify(from)],
      )
      .map(({ n }) => n),
  );

type Row = {
  n: number;
  digest: OpDigest;
  record: RecordId;
  type: string;
  marking: Marking;
  withdrawn: number;
  /** How many versions of the record are known. */
  versions: number;
};

/** The versions that a change made, in the order of its ops: that in which the store has them too. */
function* madeBy(db: ReadDb, change: number): Iterable<Row> {
  for (let after = 0; ; ) {
    const rows = db.all<Row>(
      `SELECT v.n, v.digest, v.record, v.type, v.marking, v.withdrawn,
       (SELECT count(*) FROM version w WHERE w.log = v.log AND w.record = v.record) AS versions
       FROM version v WHERE v.change = ? AND v.n > ? ORDER BY v.n LIMIT ${PIECE}`,
      [change, after],
    );
    yield* rows;
    after = rows.at(-1)?.n ?? after;
    if (rows.length < PIECE) return;
  }
}

/** The only version of a record: there was none before it, and its body matters to nobody who takes it back. */
function onlyOne({ record, digest, type, marking, withdrawn }: Row): Touched {
  const made: Version = { digest, type, marking, body: withdrawn === 1 ? null : {} };
  return { record, before: [], after: [made], now: [made] };
}

/**
 * Each record that some changes touched, once, with what `sides` makes of its versions. A large import reads no body: it
 * made nearly every record that it touched.
 */
function* eachTouched(
  db: ReadDb,
  log: LogId,
  changes: readonly number[],
  sides: (versions: readonly Known[]) => Pick<Touched, 'before' | 'after'>,
): Iterable<Touched> {
  const among = new Set(changes);
  for (const change of changes)
    for (const row of madeBy(db, change)) {
      if (row.versions === 1) {
        yield onlyOne(row);
        continue;
      }
      const versions = versionsOf(db, log, row.record);
      const own = versions.filter((one) => among.has(one.change));
      const isFirst = own.every((one) => one.change > change || (one.change === change && one.n >= row.n));
      if (isFirst) yield { record: row.record, ...sides(versions), now: liveAmong(versions) };
    }
}

/** One person's step: before it stood what its ops name as their bases. */
function touchedByStep(db: ReadDb, log: LogId, change: number): Iterable<Touched> {
  return eachTouched(db, log, [change], (versions) => {
    const own = versions.filter((one) => one.change === change);
    const bases = new Set(own.flatMap(({ base }) => base));
    return {
      before: versions.filter((one) => bases.has(one.digest) && one.change !== change),
      after: liveAmong(own),
    };
  });
}

/** A merge: before it stood what was live among the changes known until then, whoever made them. */
function touchedByMerge(
  db: ReadDb,
  log: LogId,
  merge: ChangeId,
  heads: readonly ChangeId[],
): Iterable<Touched> {
  const known = ancestors(db, heads);
  const all = ancestors(db, [merge]);
  const brought = [...all].filter((n) => !known.has(n)).sort((a, b) => a - b);
  return eachTouched(db, log, brought, (versions) => ({
    before: liveAmong(versions.filter(({ change }) => known.has(change))),
    after: liveAmong(versions.filter(({ change }) => all.has(change))),
  }));
}

/** What a change did, record by record as it is asked for: the versions before it, after it, and now. */
export const touchedBy = (
  db: ReadDb,
  log: LogId,
  { n, id, intent }: { readonly n: number; readonly id: ChangeId; readonly intent: Intent },
): Iterable<Touched> =>
  intent.action === 'merge' && intent.before
    ? touchedByMerge(db, log, id, intent.before)
    : touchedByStep(db, log, n);
