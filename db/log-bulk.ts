import { createHash } from 'node:crypto';
import type { Intent } from '#shared/log/change.ts';
import { type ChangeHeader, sealHeader } from '#shared/log/change.ts';
import type { DraftOp, Signer } from '#shared/log/draft.ts';
import { type Op, opText } from '#shared/log/op.ts';
import { journalHash, presentDigest } from '#shared/log/verify.ts';
import type { ChangeId, LogId, OpDigest } from '#shared/model/ids.ts';
import type { WriteDb } from './handle.ts';
import { headsOf, tailOf } from './log.ts';
import { writeVersion } from './projection/project.ts';
import { Replacements } from './projection/replace.ts';
import { rememberTouch } from './projection/touch.ts';

/** Most ops of one change: what a header may list. */
export const MAX_BULK = 1_000_000;

/** Digests that one statement lists. */
const PIECE = 1_000;

/** The number that the next row of a table gets. */
const nextOf = (db: WriteDb, table: 'change' | 'op'): number =>
  db.get<{ n: number }>(`SELECT coalesce(max(n), 0) + 1 AS n FROM ${table}`)?.n ?? 1;

/**
 * Appends one change of any size, made op by op, so that memory holds no more of it than the digests that its header
 * lists and of those that they replace. The outcome is that of `append`; the caller's transaction makes it all or nothing.
 * `onOp` is told after each op how many there are, then `onEnded` how many of the versions that they replace have ended.
 * Nothing is written, and null answered, when there is no op.
 */
export function appendBulk(
  db: WriteDb,
  log: LogId,
  intent: Intent,
  drafts: Iterable<DraftOp>,
  signer: Signer,
  onOp: (count: number) => void,
  onEnded: (count: number, total: number) => void = () => undefined,
): ChangeId | null {
  db.run("INSERT OR IGNORE INTO log (id, kind) VALUES (?, 'case')", [log]);
  const parents = headsOf(db, log);
  const tail = tailOf(db, log);
  const seq = tail.seq + 1;
  // Our knowledge never runs backwards, even when the machine's clock does.
  const [, at] = [signer.time as string, tail.at].sort() as [string, string];
  const number = nextOf(db, 'change');
  const first = nextOf(db, 'op');
  const ops: OpDigest[] = [];
  const replacements = new Replacements();
  for (const { record, type, base, marking, body } of drafts) {
    const op: Op = {
      v: 1,
      salt: signer.salt(),
      record,
      type,
      base: [...new Set(base)].sort(),
      marking,
      body: body === null ? null : (JSON.parse(JSON.stringify(body)) as Op['body']),
    };
    const text = opText(op);
    const digest = createHash('sha256').update(text).digest('hex') as OpDigest;
    const n = first + ops.length;
    db.run('INSERT INTO op (n, log, digest, content, seq) VALUES (?, ?, ?, ?, ?)', [
      n,
      log,
      digest,
      text,
      seq,
    ]);
    // It was made this moment: nothing can have followed on it yet.
    writeVersion(db, log, { n, digest, op }, number, at, null);
    for (const one of op.base) replacements.add(one, n);
    ops.push(digest);
    if (ops.length > MAX_BULK) throw new RangeError('more ops than a change may have');
    onOp(ops.length);
  }
  if (ops.length === 0) return null;
  replacements.settle(db, log, at, onEnded);
  const header: ChangeHeader = { v: 1, log, author: signer.author, time: signer.time, parents, intent, ops };
  const { id, text: spelled, signature } = sealHeader(header, signer.sign);
  db.run('INSERT INTO change (n, id, log, header, signature) VALUES (?, ?, ?, ?, ?)', [
    number,
    id,
    log,
    spelled,
    signature,
  ]);
  for (const parent of parents)
    db.run('INSERT INTO change_parent (change, parent) VALUES (?, ?)', [id, parent]);
  for (let from = 0; from < ops.length; from += PIECE)
    db.run('INSERT INTO change_op (change, position, digest) SELECT ?, ? + key, value FROM json_each(?)', [
      id,
      from,
      JSON.stringify(ops.slice(from, from + PIECE)),
    ]);
  rememberTouch(db, number);
  const line = { seq, change: id, receivedAt: at, batch: tail.batch + 1, present: presentDigest(ops) };
  db.run(
    'INSERT INTO journal (log, seq, change, received_at, batch, present, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [log, seq, id, at, line.batch, line.present, journalHash(tail.hash, line)],
  );
  return id;
}
