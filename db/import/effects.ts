import { canonicalText, type Json } from '#shared/model/canonical.ts';
import { DEFAULTS } from '#shared/model/defaults.ts';
import type { LogId, OpDigest, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { RecordType } from '#shared/model/records.ts';
import type { ReadDb, WriteDb } from '../handle.ts';
import type { Steps } from './settle.ts';

/** What taking a record would do. A withdrawn record that comes back is changed. */
export type Effect = 'created' | 'changed' | 'unchanged';

const PIECE = 2_000;
type Body = { readonly [key: string]: Json };

/** Where a claim stands in its source may move with every new edition of a file: that alone is no change. */
const saying = (type: RecordType, body: Body): string => {
  const { page: _, ...rest } = body;
  return canonicalText({ ...DEFAULTS[type], ...(type === 'claim' ? rest : body) });
};

/**
 * The records that count: of each the first that a standing row describes, or the first that one names where no row,
 * standing or refused, describes it and the case does not have it.
 */
const KEPT = `w.state = 'stands' AND r.effect IS NULL
  AND NOT EXISTS (SELECT 1 FROM import_record o JOIN import_row v ON v.n = o.row
    WHERE o.record = r.record AND v.state = 'stands' AND o.weak <= r.weak
    AND (o.weak < r.weak OR o.row < r.row OR (o.row = r.row AND o.n < r.n)))
  AND (r.weak = 0 OR NOT (
    EXISTS (SELECT 1 FROM version c WHERE c.log = $log AND c.record = r.record AND c.known_to IS NULL AND c.withdrawn = 0 AND c.readable = 1)
    OR EXISTS (SELECT 1 FROM import_wanted x JOIN import_row v ON v.n = x.row
      WHERE x.record = r.record AND v.state IN ('refused', 'skipped'))
    OR EXISTS (SELECT 1 FROM import_record x JOIN import_row v ON v.n = x.row
      WHERE x.record = r.record AND x.weak = 0 AND v.state IN ('refused', 'skipped'))))`;

/** Records that the case has never had are created; the others wait for a comparison under the word `known`. */
const MARK = `UPDATE import_record AS r SET effect =
    CASE WHEN EXISTS (SELECT 1 FROM version c WHERE c.log = $log AND c.record = r.record AND c.known_to IS NULL)
    THEN 'known' ELSE 'created' END
  FROM import_row w WHERE w.n = r.row AND r.n > $after AND r.n <= $after + ${PIECE} AND ${KEPT}`;

type Known = { n: number; record: RecordId; type: RecordType; marking: Marking; body: string };
type Live = {
  digest: OpDigest;
  type: string;
  withdrawn: number;
  readable: number;
  marking: Marking;
  body: string | null;
};

/** All versions that are live, withdrawn ones too. */
export const liveHeadsOf = (db: ReadDb, log: LogId, record: RecordId): Live[] =>
  db.all<Live>(
    `SELECT v.digest, v.type, v.withdrawn, v.readable, v.marking, o.content -> '$.body' AS body
     FROM version v JOIN op o ON o.n = v.n
     WHERE v.log = ? AND v.record = ? AND v.known_to IS NULL ORDER BY +v.digest`,
    [log, record],
  );

function compare({ type, marking, body }: Known, [only]: readonly Live[]): Effect {
  if (!only || only.withdrawn === 1 || only.readable === 0 || only.body === null) return 'changed';
  const same =
    only.marking === marking &&
    saying(type, JSON.parse(only.body) as Body) === saying(type, JSON.parse(body) as Body);
  return same ? 'unchanged' : 'changed';
}

/** Works out what taking the rows that wait would do to the case; a settled row has no record that is in conflict. */
export function* weighStage(db: WriteDb, log: LogId): Steps {
  const last = db.get<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM import_record')?.n ?? 0;
  for (let after = 0; after < last; after += PIECE) {
    db.run(MARK, { log, after });
    yield;
  }
  for (;;) {
    const known = db.all<Known>(
      `SELECT n, record, type, marking, body FROM import_record WHERE effect = 'known' ORDER BY row, n LIMIT ${PIECE}`,
    );
    for (const one of known) {
      const effect = compare(one, liveHeadsOf(db, log, one.record));
      db.run('UPDATE import_record SET effect = ? WHERE n = ?', [effect, one.n]);
    }
    yield;
    if (known.length < PIECE) return;
  }
}
