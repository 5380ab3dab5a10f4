import type { ChangeSummary } from '#shared/ipc/common.ts';
import type { Author, Intent } from '#shared/log/change.ts';
import type { Op } from '#shared/log/op.ts';
import type { OwnChange } from '#shared/log/undo.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { AuthorKey, ChangeId, LogId, OpDigest, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { ReadDb } from '../handle.ts';
import { typesTouched } from '../projection/touch.ts';
import { refOf } from './refs.ts';

export type ChangeRow = {
  /** The number under which the store has the change. */
  n: number;
  id: ChangeId;
  seq: number;
  receivedAt: string;
  author: Author;
  time: string;
  intent: Intent;
  revertedBy: ChangeId | null;
};
type Raw = Omit<ChangeRow, 'author' | 'intent'> & { author: string; intent: string };

const CHANGES = `SELECT c.n, c.id, j.seq, j.received_at AS receivedAt, c.signer AS author, c.time,
  c.intent,
  (SELECT r.id FROM change r WHERE r.reverts = c.id AND r.log = c.log ORDER BY r.time DESC LIMIT 1) AS revertedBy
  FROM change c JOIN journal j ON j.log = c.log AND j.change = c.id
  AND j.seq = (SELECT min(seq) FROM journal k WHERE k.log = c.log AND k.change = c.id)`;

const parsed = (raw: Raw): ChangeRow => ({
  ...raw,
  author: JSON.parse(raw.author) as Author,
  intent: JSON.parse(raw.intent) as Intent,
});

export type HistoryFilter = {
  readonly author?: AuthorKey | undefined;
  readonly record?: RecordId | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
};

/** Changes of a log, last received first. Days are compared with the time that the author wrote down. */
export const changeRows = (db: ReadDb, log: LogId, filter: HistoryFilter): ChangeRow[] =>
  db
    .all<Raw>(
      `${CHANGES} WHERE c.log = $log AND ($author IS NULL OR c.author = $author) AND ($action IS NULL OR c.action = $action)
       AND ($from IS NULL OR substr(c.time, 1, 10) >= $from) AND ($to IS NULL OR substr(c.time, 1, 10) <= $to)
       AND ($before IS NULL OR j.seq < $before)
       AND ($record IS NULL OR EXISTS (SELECT 1 FROM version v WHERE v.log = c.log AND v.record = $record AND v.change = c.n))
       ORDER BY j.seq DESC LIMIT $limit`,
      {
        log,
        author: filter.author ?? null,
        action: filter.action ?? null,
        from: filter.from ?? null,
        to: filter.to ?? null,
        before: filter.before ?? null,
        record: filter.record ?? null,
        limit: filter.limit,
      },
    )
    .map(parsed);

export const changeRow = (db: ReadDb, log: LogId, id: ChangeId): ChangeRow | undefined => {
  const raw = db.get<Raw>(`${CHANGES} WHERE c.log = ? AND c.id = ?`, [log, id]);
  return raw && parsed(raw);
};

/** Ops that a change lists; their places have no gaps. */
const listed = (db: ReadDb, change: ChangeId): number =>
  db.get<{ n: number }>('SELECT coalesce(max(position) + 1, 0) AS n FROM change_op WHERE change = ?', [
    change,
  ])?.n ?? 0;

/** What a change touched, in numbers, for the words of a list. */
export function summaryOf(db: ReadDb, log: LogId, row: ChangeRow): ChangeSummary {
  const { known, types } = typesTouched(db, row.n);
  const [first] = types;
  const single = types.length === 1 && first?.count === 1 && refOf(db, log, first.record);
  return {
    id: row.id,
    author: row.author,
    time: row.time,
    intent: row.intent,
    touched: types.map(({ type, count }) => ({ type, count })),
    ...(single ? { only: single } : {}),
    withheld: listed(db, row.id) - known,
  };
}

/** How many ops of a change are known here. */
export const opCount = (db: ReadDb, { n }: Pick<ChangeRow, 'n'>): number => typesTouched(db, n).known;

/** One person's changes in a log, oldest first: what undo and redo are read off. */
export const ownChanges = (db: ReadDb, log: LogId, author: AuthorKey): OwnChange[] =>
  db
    .all<{ id: ChangeId; intent: string }>(
      `SELECT c.id, c.intent FROM change c WHERE c.log = ? AND c.author = ?
       ORDER BY (SELECT min(seq) FROM journal j WHERE j.log = c.log AND j.change = c.id)`,
      [log, author],
    )
    .map(({ id, intent }) => ({ id, intent: JSON.parse(intent) as Intent }));

/** Everybody who signed a change of a log, by the name they last used. */
export const authorsOf = (db: ReadDb, log: LogId): { key: AuthorKey; name: string; department: string }[] =>
  db.all(
    `SELECT author AS key, signer ->> '$.name' AS name, signer ->> '$.department' AS department
     FROM (SELECT author, signer, max(time) FROM change WHERE log = ? GROUP BY author) ORDER BY name`,
    [log],
  );

export type OpOfChange = { digest: OpDigest; op: Op; base: Op | undefined; about: RecordId | undefined };

/** Ops of a change with the first version that each replaces, when that is known here. */
export const opsOfChange = (
  db: ReadDb,
  log: LogId,
  change: Pick<ChangeRow, 'n' | 'id'>,
  limit: number,
): { ops: OpOfChange[]; total: number } => {
  const rows = db.all<{ digest: OpDigest; content: string; base: string | null }>(
    `SELECT o.digest, o.content,
     (SELECT b.content FROM op b WHERE b.log = o.log AND b.digest = o.content ->> '$.base[0]') AS base
     FROM change_op co CROSS JOIN op o ON o.log = ? AND o.digest = co.digest
     WHERE co.change = ? AND o.content IS NOT NULL ORDER BY co.position LIMIT ?`,
    [log, change.id, limit],
  );
  const ops = rows.map(({ digest, content, base }) => {
    const op = JSON.parse(content) as Op;
    const before = base === null ? undefined : (JSON.parse(base) as Op);
    const subject = (op.body ?? before?.body)?.subject;
    return {
      digest,
      op,
      base: before,
      about: typeof subject === 'string' ? (subject as RecordId) : undefined,
    };
  });
  return { ops, total: opCount(db, change) };
};

type VersionRow = { digest: OpDigest; marking: Marking; content: string; live: number; change: ChangeId };

/** All versions of one record in the order in which we learnt them, with the change that made each. */
export const recordVersions = (db: ReadDb, log: LogId, record: RecordId) =>
  db
    .all<VersionRow>(
      `SELECT v.digest, v.marking, o.content, v.known_to IS NULL AS live, c.id AS change
       FROM version v JOIN op o ON o.n = v.n JOIN change c ON c.n = v.change
       WHERE v.log = ? AND v.record = ? ORDER BY v.known_from, v.n`,
      [log, record],
    )
    .map(({ digest, marking, content, live, change }) => {
      const op = JSON.parse(content) as Op;
      return {
        digest,
        marking,
        body: op.body as { [key: string]: Json } | null,
        base: [...op.base],
        live: live === 1,
        change: summaryOf(db, log, changeRow(db, log, change) as ChangeRow),
      };
    });
