import type { Intent } from '#shared/log/change.ts';
import { type ChangeHeader, sealHeader } from '#shared/log/change.ts';
import type { DraftOp, Signer } from '#shared/log/draft.ts';
import { type Op, opText } from '#shared/log/op.ts';
import { journalHash, presentDigest } from '#shared/log/verify.ts';
import { sha256Hex } from '#shared/model/canonical.ts';
import type { ChangeId, LogId, OpDigest } from '#shared/model/ids.ts';
import type { WriteDb } from './handle.ts';
import { headsOf, tailOf } from './log.ts';
import { projectOp } from './projection/project.ts';

/** Most ops of one change: what a header may list. */
export const MAX_BULK = 1_000_000;

/** Stands for the id of the change in the projection until the last op is known. */
const UNNAMED = '';

/**
 * Appends one change of any size, made op by op, so that memory holds no more of it than the digests that its header
 * lists. The outcome is that of `append`; the caller's transaction makes it all or nothing. `onOp` is told after each
 * op how many there are. Nothing is written, and null answered, when there is no op.
 */
export function appendBulk(
  db: WriteDb,
  log: LogId,
  intent: Intent,
  drafts: Iterable<DraftOp>,
  signer: Signer,
  onOp: (count: number) => void,
): ChangeId | null {
  db.run("INSERT OR IGNORE INTO log (id, kind) VALUES (?, 'case')", [log]);
  const parents = headsOf(db, log);
  const tail = tailOf(db, log);
  const seq = tail.seq + 1;
  // Our knowledge never runs backwards, even when the machine's clock does.
  const [, at] = [signer.time as string, tail.at].sort() as [string, string];
  const ops: OpDigest[] = [];
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
    const digest = sha256Hex(Buffer.from(text)) as OpDigest;
    db.run('INSERT INTO op (log, digest, content, seq) VALUES (?, ?, ?, ?)', [log, digest, text, seq]);
    projectOp(db, log, { digest, op }, UNNAMED as ChangeId, at, true);
    ops.push(digest);
    if (ops.length > MAX_BULK) throw new RangeError('more ops than a change may have');
    onOp(ops.length);
  }
  if (ops.length === 0) return null;
  const header: ChangeHeader = { v: 1, log, author: signer.author, time: signer.time, parents, intent, ops };
  const { id, text: spelled, signature } = sealHeader(header, signer.sign);
  db.run('INSERT INTO change (id, log, header, signature) VALUES (?, ?, ?, ?)', [
    id,
    log,
    spelled,
    signature,
  ]);
  for (const parent of parents)
    db.run('INSERT INTO change_parent (change, parent) VALUES (?, ?)', [id, parent]);
  for (const [position, digest] of ops.entries())
    db.run('INSERT INTO change_op (change, position, digest) VALUES (?, ?, ?)', [id, position, digest]);
  db.run('UPDATE version SET change = ? WHERE change = ?', [id, UNNAMED]);
  const line = { seq, change: id, receivedAt: at, batch: tail.batch + 1, present: presentDigest(ops) };
  db.run(
    'INSERT INTO journal (log, seq, change, received_at, batch, present, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [log, seq, id, at, line.batch, line.present, journalHash(tail.hash, line)],
  );
  return id;
}
