import type { Op } from '#shared/log/op.ts';
import { sha256Hex } from '#shared/model/canonical.ts';
import type { ChangeId, LogId, OpDigest } from '#shared/model/ids.ts';
import type { WriteDb } from '../handle.ts';
import { projectOp } from './project.ts';
import { PROJECTION_SQL, PROJECTION_TABLES } from './tables.ts';

/** Raised when rows are filled differently though the tables look the same. */
const REVISION = 2;
const TABLES_DIGEST = sha256Hex(Uint8Array.from(Buffer.from(`${REVISION}\n${PROJECTION_SQL.join(';\n')}`)));

type Row = { log: string; digest: string; content: string; change: string; at: string };

/** Throws all projection tables away and makes them again from the log, in the order in which things reached us. */
export function rebuild(db: WriteDb): void {
  for (const table of PROJECTION_TABLES) db.run(`DROP TABLE IF EXISTS ${table}`);
  for (const sql of PROJECTION_SQL) db.run(sql);
  const rows = db.all<Row>(
    `SELECT o.log, o.digest, o.content, j.change, j.received_at AS at
     FROM op o JOIN journal j ON j.log = o.log AND j.seq = o.seq
     JOIN change_op co ON co.change = j.change AND co.digest = o.digest
     ORDER BY o.log, o.seq, co.position`,
  );
  for (const row of rows) {
    const op = JSON.parse(row.content) as Op;
    projectOp(db, row.log as LogId, { digest: row.digest as OpDigest, op }, row.change as ChangeId, row.at);
  }
  db.run('INSERT OR REPLACE INTO projection (id, tables) VALUES (1, ?)', [TABLES_DIGEST]);
}

/** Rebuilds when this app's tables differ from those in the vault (a new record type, a new column); else nothing. */
export function ensureProjection(db: WriteDb): void {
  const known = db.get<{ tables: string }>('SELECT tables FROM projection WHERE id = 1');
  if (known?.tables !== TABLES_DIGEST) rebuild(db);
}
