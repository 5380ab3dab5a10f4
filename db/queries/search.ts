import type { LogId, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { RecordType } from '#shared/model/records.ts';
import type { ReadDb } from '../handle.ts';

export type Hit = {
  log: LogId;
  record: RecordId;
  type: RecordType;
  label: string;
  marking: Marking;
  snippet: string;
};

/** Marks around the words that were found; control characters, so that no text of a case can hold them by chance. */
export const HIT_START = '\u0002';
export const HIT_END = '\u0003';

/** Every word as a quoted prefix: what a person types is never read as query syntax. */
const matchAll = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"*`)
    .join(' ');

/** Live records whose words begin with all the words given, best first; empty when there is no word to look for. */
export function searchRecords(db: ReadDb, text: string, log: LogId | null, limit: number): Hit[] {
  const match = matchAll(text);
  if (match === '') return [];
  return db.all<Hit>(
    `SELECT v.log, v.record, v.type, v.label, v.marking, snippet(search, 0, $start, $end, '…', 16) AS snippet
     FROM search JOIN version v ON v.n = search.rowid
     WHERE search MATCH $match AND ($log IS NULL OR v.log = $log) ORDER BY search.rank LIMIT $limit`,
    { match, log, limit, start: HIT_START, end: HIT_END },
  );
}
