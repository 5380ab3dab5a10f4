import type { Op } from '#shared/log/op.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { LogId, OpDigest } from '#shared/model/ids.ts';
import { labelOf, searchText } from '#shared/model/label.ts';
import { isRecordType, RECORDS, type RecordType } from '#shared/model/records.ts';
import type { SqlValue, WriteDb } from '../handle.ts';
import { COLUMNS, type Column, tableOf } from './tables.ts';

/** An op that was stored under the number `n`. */
export type NewOp = { readonly n: number; readonly digest: OpDigest; readonly op: Op };

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
    `SELECT min(v.known_from) AS until FROM op_base b JOIN version v ON v.n = b.n
     WHERE b.log = ? AND b.base = ? AND v.record = ?`,
    [log, digest, record],
  )?.until ?? null;

function supersede(db: WriteDb, log: LogId, op: Op, at: string): void {
  for (const base of op.base) {
    const old = db.get<{ n: number; known_to: string | null }>(
      `SELECT v.n, v.known_to FROM op o JOIN version v ON v.n = o.n
       WHERE o.log = ? AND o.digest = ? AND v.record = ?`,
      [log, base, op.record],
    );
    if (!old || (old.known_to !== null && old.known_to <= at)) continue;
    db.run('UPDATE version SET known_to = ? WHERE n = ?', [at, old.n]);
    db.run('DELETE FROM search WHERE rowid = ?', [old.n]);
  }
}

/**
 * Writes down the version that an op is, which the change of number `change` brought; `until` is when it was replaced.
 * What it replaces is left as it is.
 */
export function writeVersion(
  db: WriteDb,
  log: LogId,
  { n, digest, op }: NewOp,
  change: number,
  at: string,
  until: string | null,
): void {
  const readable = readableBody(op);
  const label = readable ? labelOf(readable.type, readable.body) : '';
  db.run(
    `INSERT INTO version (n, log, digest, record, type, readable, marking, withdrawn, label, change, known_from, known_to)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      n,
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
  if (readable) {
    insertTyped(db, n, readable.type, readable.body);
    if (until === null)
      db.run('INSERT INTO search (rowid, text) VALUES (?, ?)', [n, searchText(readable.body)]);
  }
}

/**
 * Takes one op body, brought by the change of number `change`, into the projection tables. Arrival order decides when we
 * knew it, not what is live.
 */
export function projectOp(db: WriteDb, log: LogId, fresh: NewOp, change: number, at: string): void {
  const { n, digest, op } = fresh;
  for (const base of new Set(op.base))
    db.run('INSERT INTO op_base (log, base, n) VALUES (?, ?, ?)', [log, base, n]);
  writeVersion(db, log, fresh, change, at, knownTo(db, log, digest, op.record));
  supersede(db, log, op, at);
}
