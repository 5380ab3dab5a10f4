import type { RecordRef } from '#shared/ipc/common.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { RecordType } from '#shared/model/records.ts';
import { referencesOf } from '#shared/model/references.ts';
import type { ReadDb } from '../handle.ts';

export type Dangling = { ref: RecordRef; member: string; missing: RecordId };

/** Live records that point to one that is withdrawn or unknown here (peers' pain 5): findings, never silent removals. */
export function danglingReferences(db: ReadDb, log: LogId): Dangling[] {
  const rows = db.all<RecordRef & { body: string }>(
    `SELECT v.record, v.type, v.label, v.marking, o.content -> '$.body' AS body
     FROM version v JOIN op o ON o.n = v.n
     WHERE v.log = ? AND v.known_to IS NULL AND v.withdrawn = 0 AND v.readable = 1 ORDER BY v.type, v.label, v.record`,
    [log],
  );
  const there = new Set(rows.map(({ record }) => record));
  return rows.flatMap(({ body, ...ref }) =>
    referencesOf(ref.type as RecordType, JSON.parse(body) as { [key: string]: Json })
      .filter(({ record }) => !there.has(record))
      .map(({ member, record }) => ({ ref, member, missing: record })),
  );
}
