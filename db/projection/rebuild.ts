import type { Op } from '#shared/log/op.ts';
import { sha256Hex } from '#shared/model/canonical.ts';
import type { ChangeId, LogId, OpDigest } from '#shared/model/ids.ts';
import type { WriteDb } from '../handle.ts';
import { projectOp } from './project.ts';
import { PROJECTION_SQL, PROJECTION_TABLES } from './tables.ts';
import { rememberTouch } from './touch.ts';

/** Raised when rows are filled differently though the tables look the same. */
const REVISION = 3;
const TABLES_DIGEST = sha256Hex(Uint8Array.from(Buffer.from(`${REVISION}\n${PROJECTION_SQL.join(';\n')}`)));

/** Ops that are in memory at one time. */
const PIECE = 1_000;

type Line = { log: LogId; seq: number; change: ChangeId; number: number; at: string };
type Row = { n: number; position: number; digest: OpDigest; content: string };

/** Projects the bodies that came with one line of the journal, in the order of the change. */
function projectLine(db: WriteDb, { log, seq, change, number, at }: Line): void {
  for (let after = -1; ; ) {
    const rows = db.all<Row>(
      `SELECT o.n, co.position, o.digest, o.content FROM change_op co CROSS JOIN op o ON o.log = ? AND o.digest = co.digest
       WHERE co.change = ? AND co.position > ? AND o.seq = ? ORDER BY co.position LIMIT ${PIECE}`,
      [log, change, after, seq],
    );
    for (const { n, digest, content } of rows)
      projectOp(db, log, { n, digest, op: JSON.parse(content) as Op }, number, at);
    after = rows.at(-1)?.position ?? after;
    if (rows.length < PIECE) break;
  }
  rememberTouch(db, number);
}

/** Throws all projection tables away and makes them again from the log, in the order in which things reached us. */
export function rebuild(db: WriteDb): void {
  for (const table of PROJECTION_TABLES) db.run(`DROP TABLE IF EXISTS ${table}`);
  for (const sql of PROJECTION_SQL) db.run(sql);
  const lines = db.all<Line>(
    `SELECT j.log, j.seq, j.change, c.n AS number, j.received_at AS at
     FROM journal j JOIN change c ON c.id = j.change ORDER BY j.log, j.seq`,
  );
  for (const line of lines) projectLine(db, line);
  db.run('INSERT OR REPLACE INTO projection (id, tables) VALUES (1, ?)', [TABLES_DIGEST]);
}

/** Rebuilds when this app's tables differ from those in the vault (a new record type, a new column); else nothing. */
export function ensureProjection(db: WriteDb): void {
  const known = db.get<{ tables: string }>('SELECT tables FROM projection WHERE id = 1');
  if (known?.tables !== TABLES_DIGEST) rebuild(db);
}
