import type { At } from '#shared/ipc/common.ts';
import type { Json } from '#shared/model/canonical.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { RecordType } from '#shared/model/records.ts';
import type { ReadDb } from '../handle.ts';

type Made = { readonly record: RecordId; readonly type: RecordType; readonly body: { [key: string]: Json } };

/**
 * Every readable version of some types that was made up to an instant in our knowledge, replaced ones too, in the order
 * in which the log took them; within one person's vault that is the order in which that person made them.
 */
export const madeOfTypes = (
  db: ReadDb,
  log: LogId,
  types: readonly RecordType[],
  { knownAt }: At = {},
): Made[] =>
  db
    .all<{ record: RecordId; type: RecordType; body: string }>(
      `SELECT v.record, v.type, o.content -> '$.body' AS body
       FROM version v JOIN op o ON o.n = v.n JOIN change c ON c.n = v.change
       WHERE v.log = $log AND v.type IN (SELECT value FROM json_each($types)) AND v.withdrawn = 0 AND v.readable = 1
       AND ($knownAt IS NULL OR v.known_from <= $knownAt)
       ORDER BY (SELECT min(j.seq) FROM journal j WHERE j.log = v.log AND j.change = c.id), v.n`,
      { log, types: JSON.stringify(types), knownAt: knownAt ?? null },
    )
    .map(({ body, ...made }) => ({ ...made, body: JSON.parse(body) as { [key: string]: Json } }));
