import { ChangeHeader, type Verify } from '#shared/log/change.ts';
import {
  type Anchor,
  type LogFinding,
  type StoredLine,
  verifyChange,
  verifyJournal,
  verifyParents,
} from '#shared/log/verify.ts';
import type { LogId, OpDigest } from '#shared/model/ids.ts';
import type { ReadDb } from './handle.ts';

export type LogReport = {
  readonly changes: number;
  readonly ops: number;
  readonly withheld: number;
  readonly findings: readonly LogFinding[];
};

type OpRow = { change: string; digest: string; text: string | null };

/**
 * Reads one log byte for byte and checks it: headers, signatures, bodies, parents, journal, and the anchor that was
 * kept outside the store. Finds any altered, dropped, added or reordered byte; what an anchor cannot know is a tail
 * that was cut after it.
 */
export function checkLog(db: ReadDb, log: LogId, verify: Verify, anchor: Anchor | null): LogReport {
  const changes = db.all<{ id: string; header: string; signature: string }>(
    'SELECT id, header, signature FROM change WHERE log = ? ORDER BY id',
    [log],
  );
  const ops = db.all<OpRow>(
    `SELECT co.change, o.digest, o.content AS text FROM change_op co JOIN change c ON c.id = co.change
     JOIN op o ON o.log = c.log AND o.digest = co.digest WHERE c.log = ? ORDER BY co.change, co.position`,
    [log],
  );
  const byChange = Map.groupBy(ops, ({ change }) => change);
  const findings = changes.flatMap((change) =>
    verifyChange({ ...change, ops: byChange.get(change.id) ?? [] }, log, verify),
  );
  const headers = new Map(changes.map(({ id, header }) => [id, { parents: parentsIn(header) }]));
  findings.push(...verifyParents(headers));
  const lines = db.all<StoredLine>(
    'SELECT seq, change, received_at AS receivedAt, batch, present, hash FROM journal WHERE log = ? ORDER BY seq',
    [log],
  );
  const bodies = Map.groupBy(
    db.all<{ seq: number; digest: OpDigest }>(
      'SELECT seq, digest FROM op WHERE log = ? AND content IS NOT NULL',
      [log],
    ),
    ({ seq }) => seq,
  );
  const bodiesAt = (seq: number): OpDigest[] => (bodies.get(seq) ?? []).map(({ digest }) => digest);
  findings.push(...verifyJournal(lines, new Set(headers.keys()), bodiesAt, anchor));
  const signed = new Set(ops.map(({ digest }) => digest));
  findings.push(...strayOps(db, log, signed));
  const withheld = ops.filter(({ text }) => text === null).length;
  return { changes: changes.length, ops: ops.length, withheld, findings };
}

/** The parents that a header names; none when it cannot be read, which is a finding of its own. */
function parentsIn(header: string): readonly string[] {
  try {
    return ChangeHeader.pick({ parents: true }).strip().parse(JSON.parse(header)).parents;
  } catch {
    return [];
  }
}

/** Bodies that no change lists: nobody signed them. */
const strayOps = (db: ReadDb, log: LogId, signed: ReadonlySet<string>): LogFinding[] =>
  db
    .all<{ digest: string }>('SELECT digest FROM op WHERE log = ? ORDER BY digest', [log])
    .filter(({ digest }) => !signed.has(digest))
    .map(({ digest }) => ({ code: 'opUnsigned', where: digest }));

/** All logs of the vault. */
export const logIds = (db: ReadDb): { id: LogId; kind: 'case' | 'vault' }[] =>
  db.all('SELECT id, kind FROM log ORDER BY id');
