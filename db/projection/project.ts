import type { Op } from '#shared/log/op.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { ChangeId, LogId, OpDigest } from '#shared/model/ids.ts';
import { labelOf, searchText } from '#shared/model/label.ts';
import { isRecordType, RECORDS, type RecordType } from '#shared/model/records.ts';
import type { SqlValue, WriteDb } from '../handle.ts';
import { COLUMNS, type Column, tableOf } from './tables.ts';

export type NewOp = { readonly digest: OpDigest; readonly op: Op };

type Body = { readonly [key: string]: Json };

/** A body that this app can read, or null: unknown type, or a shape that the schema refuses. */
function readableBody(op: Op): { type: RecordType; body: Body } | null {
  if (op.body === null || !isRecordType(op.type)) return null;
  const parsed = RECORDS[op.type].body.safeParse(op.body);
  return parsed.success ? { type: op.type, body: parsed.data as unknown as Body } : null;
}

function columnValue({ member, json }: Column, body: Body): SqlValue {
  const value = body[member];
  if (value === undefined || value === null) return null;
  if (json) return JSON.stringify(value);
  return typeof value === 'boolean' ? Number(value) : (value as string | number);
}

function insertTyped(db: WriteDb, n: number, type: RecordType, body: Body): void {
  const columns = COLUMNS[type];
  const names = columns.map(({ name }) => `, "${name}"`).join('');
  const marks = columns.map(() => ', ?').join('');
  db.run(`INSERT INTO ${tableOf(type)} (n${names}) VALUES (?${marks})`, [
    n,
    ...columns.map((column) => columnValue(column, body)),
  ]);
}

/** When the earliest known successor of a version was known, or null: it is live. */
const knownTo = (db: WriteDb, log: LogId, digest: OpDigest, record: string): string | null =>
  db.get<{ until: string | null }>(
    `SELECT min(v.known_from) AS until FROM op_base b JOIN version v ON v.log = b.log AND v.digest = b.digest
     WHERE b.log = ? AND b.base = ? AND v.record = ?`,
    [log, digest, record],
  )?.until ?? null;

function supersede(db: WriteDb, log: LogId, op: Op, at: string): void {
  for (const base of op.base) {
    const old = db.get<{ n: number; known_to: string | null }>(
      'SELECT n, known_to FROM version WHERE log = ? AND digest = ? AND record = ?',
      [log, base, op.record],
    );
    if (!old || (old.known_to !== null && old.known_to <= at)) continue;
    db.run('UPDATE version SET known_to = ? WHERE n = ?', [at, old.n]);
    db.run('DELETE FROM search WHERE rowid = ?', [old.n]);
  }
}

/**
 * Takes one op body into the projection tables. Arrival order decides when we knew it, not what is live. `fresh`: the op
 * was made this moment, so that nothing can have followed on it yet.
 */
export function projectOp(
  db: WriteDb,
  log: LogId,
  { digest, op }: NewOp,
  change: ChangeId,
  at: string,
  fresh = false,
): void {
  for (const base of new Set(op.base))
    db.run('INSERT INTO op_base (log, base, digest) VALUES (?, ?, ?)', [log, base, digest]);
  const until = fresh ? null : knownTo(db, log, digest, op.record);
  const readable = readableBody(op);
  const label = readable ? labelOf(readable.type, readable.body) : '';
  db.run(
    `INSERT INTO version (log, digest, record, type, readable, marking, withdrawn, label, change, known_from, known_to)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      log,
      digest,
      op.record,
      op.type,
      Number(readable !== null || op.body === null),
      op.marking,
      Number(op.body === null),
      label,
      change,
      at,
      until,
    ],
  );
  const n = (db.get<{ n: number }>('SELECT last_insert_rowid() AS n') as { n: number }).n;
  if (readable) {
    insertTyped(db, n, readable.type, readable.body);
    if (until === null)
      db.run('INSERT INTO search (rowid, text) VALUES (?, ?)', [n, searchText(readable.body)]);
  }
  supersede(db, log, op, at);
}
