import type { Change } from '#shared/log/change.ts';
import { changeId } from '#shared/log/change.ts';
import { digestOp, type Op, opText } from '#shared/log/op.ts';
import type { LogEntry } from '#shared/log/state.ts';
import { type Anchor, JOURNAL_START, journalHash, presentDigest } from '#shared/log/verify.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ChangeId, LogId, OpDigest } from '#shared/model/ids.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { type NewOp, projectOp } from './projection/project.ts';
import { rememberTouch } from './projection/touch.ts';

/** What an append brought that was not known before. */
export type Appended = { readonly changes: ChangeId[]; readonly ops: number };

type Tail = { seq: number; hash: string; batch: number; at: string };

/** The last line of a journal, or what comes before the first. */
export const tailOf = (db: ReadDb, log: LogId): Tail =>
  db.get<Tail>(
    'SELECT seq, hash, batch, received_at AS at FROM journal WHERE log = ? ORDER BY seq DESC LIMIT 1',
    [log],
  ) ?? {
    seq: 0,
    hash: JOURNAL_START,
    batch: 0,
    at: '',
  };

/** The number under which a change is stored. */
const numberOf = (db: ReadDb, id: ChangeId): number =>
  (db.get<{ n: number }>('SELECT n FROM change WHERE id = ?', [id]) as { n: number }).n;

function insertChange(db: WriteDb, id: ChangeId, { header, signature }: Change): boolean {
  const added = db.run('INSERT OR IGNORE INTO change (id, log, header, signature) VALUES (?, ?, ?, ?)', [
    id,
    header.log,
    canonicalText(header),
    signature,
  ]);
  if (added === 0) return false;
  for (const parent of new Set(header.parents))
    db.run('INSERT INTO change_parent (change, parent) VALUES (?, ?)', [id, parent]);
  for (const [position, digest] of header.ops.entries()) {
    db.run('INSERT INTO change_op (change, position, digest) VALUES (?, ?, ?)', [id, position, digest]);
    db.run('INSERT OR IGNORE INTO op (log, digest, content, seq) VALUES (?, ?, NULL, NULL)', [
      header.log,
      digest,
    ]);
  }
  return true;
}

/** The bodies of an entry that its header names and that we do not have yet. */
function newBodies(db: ReadDb, { change, ops }: LogEntry): NewOp[] {
  const signed = new Set<OpDigest>(change.header.ops);
  const fresh = new Map<OpDigest, NewOp>();
  for (const op of ops) {
    const digest = digestOp(op);
    if (!signed.has(digest)) continue;
    const known = db.get<{ n: number; has: number }>(
      'SELECT n, content IS NOT NULL AS has FROM op WHERE log = ? AND digest = ?',
      [change.header.log, digest],
    );
    if (known?.has === 0) fresh.set(digest, { n: known.n, digest, op });
  }
  return [...fresh.values()];
}

function storeBody(db: WriteDb, seq: number, { n, op }: NewOp): void {
  db.run('UPDATE op SET content = ?, seq = ? WHERE n = ?', [opText(op), seq, n]);
}

/**
 * Adds entries of one log: union with what is known, projection included, in the caller's transaction. Entries that
 * bring nothing new leave no trace. All lines of one call share a batch. The caller has verified what came from outside.
 */
export function append(
  db: WriteDb,
  log: LogId,
  kind: 'case' | 'vault',
  entries: readonly LogEntry[],
  now: Instant,
): Appended {
  db.run('INSERT OR IGNORE INTO log (id, kind) VALUES (?, ?)', [log, kind]);
  let { seq, hash, batch, at } = tailOf(db, log);
  batch += 1;
  // Our knowledge never runs backwards, even when the machine's clock does.
  if (now > at) at = now;
  const changes: ChangeId[] = [];
  let ops = 0;
  for (const entry of entries) {
    const id = changeId(entry.change.header);
    const isNew = insertChange(db, id, entry.change);
    const bodies = newBodies(db, entry);
    if (!isNew && bodies.length === 0) continue;
    seq += 1;
    const line = {
      seq,
      change: id,
      receivedAt: at,
      batch,
      present: presentDigest(bodies.map(({ digest }) => digest)),
    };
    hash = journalHash(hash, line);
    db.run(
      'INSERT INTO journal (log, seq, change, received_at, batch, present, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [log, seq, id, at, batch, line.present, hash],
    );
    const change = numberOf(db, id);
    for (const body of bodies) storeBody(db, seq, body);
    for (const body of bodies) projectOp(db, log, body, change, at);
    rememberTouch(db, change);
    if (isNew) changes.push(id);
    ops += bodies.length;
  }
  return { changes, ops };
}

/** Changes that no other known change names as a parent. */
export const headsOf = (db: ReadDb, log: LogId): ChangeId[] =>
  db
    .all<{ id: ChangeId }>(
      'SELECT id FROM change c WHERE log = ? AND NOT EXISTS (SELECT 1 FROM change_parent p WHERE p.parent = c.id) ORDER BY id',
      [log],
    )
    .map(({ id }) => id);

/** Where each journal stands, to be kept outside the store. */
export function anchors(db: ReadDb): Record<string, Anchor> {
  const logs = db.all<{ id: LogId }>('SELECT id FROM log');
  return Object.fromEntries(
    logs.map(({ id }) => {
      const { seq, hash } = tailOf(db, id);
      return [id, { size: seq, head: hash }];
    }),
  );
}

/**
 * Logs whose journal is not where it was when the anchors were kept: shorter, or another hash at that place. It means
 * that the database was put back, cut, or written by somebody else.
 */
export const brokenAnchors = (db: ReadDb, kept: Readonly<Record<string, Anchor>>): string[] =>
  Object.entries(kept)
    .filter(([log, { size, head }]) => {
      if (size === 0) return false;
      const line = db.get<{ hash: string }>('SELECT hash FROM journal WHERE log = ? AND seq = ?', [
        log,
        size,
      ]);
      return line?.hash !== head;
    })
    .map(([log]) => log);

/** One log as entries, in the order in which it reached us; for bundles and for reverting. */
export function readEntries(db: ReadDb, log: LogId): LogEntry[] {
  const changes = db.all<{ id: string; header: string; signature: string }>(
    `SELECT c.id, c.header, c.signature FROM change c
     WHERE c.log = ? ORDER BY (SELECT min(seq) FROM journal j WHERE j.log = c.log AND j.change = c.id)`,
    [log],
  );
  const bodies = new Map<string, Op>();
  for (const { digest, content } of db.all<{ digest: string; content: string }>(
    'SELECT digest, content FROM op WHERE log = ? AND content IS NOT NULL',
    [log],
  ))
    bodies.set(digest, JSON.parse(content) as Op);
  return changes.map(({ header, signature }) => {
    const parsed = JSON.parse(header) as Change['header'];
    const ops = parsed.ops.flatMap((digest) => bodies.get(digest) ?? []);
    return { change: { header: parsed, signature }, ops };
  });
}
