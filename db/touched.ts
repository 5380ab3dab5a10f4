import type { Intent } from '#shared/log/change.ts';
import type { Op } from '#shared/log/op.ts';
import type { Touched } from '#shared/log/revert.ts';
import type { ChangeId, LogId, OpDigest, RecordId } from '#shared/model/ids.ts';
import type { ReadDb } from './handle.ts';

type OpRow = { digest: OpDigest; content: string; change: ChangeId };

// Through `version`, whose index knows records. `+` and CROSS JOIN keep the planner, which has no statistics, from walking
// a whole log to save a sort.
const opsOfRecord = (db: ReadDb, log: LogId, record: string): OpRow[] =>
  db.all<OpRow>(
    `SELECT o.digest, o.content, v.change FROM version v JOIN op o ON o.log = v.log AND o.digest = v.digest
     WHERE v.log = ? AND v.record = ? ORDER BY +o.digest`,
    [log, record],
  );

/** Versions among `ops` that no other among them replaces. */
function liveAmong(ops: readonly OpRow[]): Op[] {
  const bodies = ops.map(({ content }) => JSON.parse(content) as Op);
  const replaced = new Set(bodies.flatMap(({ base }) => base));
  return bodies.filter((_, i) => !replaced.has((ops[i] as OpRow).digest));
}

/** All changes that lie before the given ones, those included. */
const ancestors = (db: ReadDb, from: readonly ChangeId[]): Set<ChangeId> =>
  new Set(
    db
      .all<{ id: ChangeId }>(
        `WITH RECURSIVE back (id) AS (SELECT value FROM json_each(?)
         UNION SELECT p.parent FROM change_parent p JOIN back ON p.change = back.id) SELECT id FROM back`,
        [JSON.stringify(from)],
      )
      .map(({ id }) => id),
  );

const recordsOf = (db: ReadDb, log: LogId, changes: Iterable<ChangeId>): RecordId[] =>
  db
    .all<{ record: RecordId }>(
      `SELECT DISTINCT o.record FROM change_op co CROSS JOIN op o ON o.log = ? AND o.digest = co.digest
       WHERE co.change IN (SELECT value FROM json_each(?)) AND o.content IS NOT NULL ORDER BY o.record`,
      [log, JSON.stringify([...changes])],
    )
    .map(({ record }) => record);

/** One person's step: before it stood what its ops name as their bases. */
function* touchedByStep(db: ReadDb, log: LogId, change: ChangeId): Iterable<Touched> {
  for (const record of recordsOf(db, log, [change])) {
    const ops = opsOfRecord(db, log, record);
    const own = ops.filter((op) => op.change === change);
    const bases = new Set(own.flatMap(({ content }) => (JSON.parse(content) as Op).base));
    const replaced = ops.filter(({ digest, change: by }) => bases.has(digest) && by !== change);
    yield {
      record,
      before: replaced.map(({ content }) => JSON.parse(content) as Op),
      after: liveAmong(own),
      now: liveAmong(ops),
    };
  }
}

/** A merge: before it stood what was live among the changes known until then, whoever made them. */
function* touchedByMerge(
  db: ReadDb,
  log: LogId,
  merge: ChangeId,
  heads: readonly ChangeId[],
): Iterable<Touched> {
  const known = ancestors(db, heads);
  const all = ancestors(db, [merge]);
  const brought = [...all].filter((id) => !known.has(id));
  for (const record of recordsOf(db, log, brought)) {
    const ops = opsOfRecord(db, log, record);
    yield {
      record,
      before: liveAmong(ops.filter(({ change }) => known.has(change))),
      after: liveAmong(ops.filter(({ change }) => all.has(change))),
      now: liveAmong(ops),
    };
  }
}

/** What a change did, record by record as it is asked for: the versions before it, after it, and now. */
export const touchedBy = (db: ReadDb, log: LogId, change: ChangeId, intent: Intent): Iterable<Touched> =>
  intent.action === 'merge' && intent.before
    ? touchedByMerge(db, log, change, intent.before)
    : touchedByStep(db, log, change);
