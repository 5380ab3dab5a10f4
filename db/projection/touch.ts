import type { RecordId } from '#shared/model/ids.ts';
import type { ReadDb, WriteDb } from '../handle.ts';

/** How many ops of a change are known here, and how many records of each type they touch, in the order of its ops. */
export type TypesTouched = {
  readonly known: number;
  readonly types: readonly { readonly type: string; readonly count: number; readonly record: RecordId }[];
};

/** From how many ops on they are kept: to count those of a large import takes longer than a window may stand still. */
const LARGE = 1_000;

const knownOf = (db: ReadDb, change: number): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM version WHERE change = ?', [change])?.n ?? 0;

const counted = (db: ReadDb, change: number): TypesTouched => ({
  known: knownOf(db, change),
  types: db.all(
    `SELECT type, count(DISTINCT record) AS count, min(record) AS record FROM version WHERE change = ?
     GROUP BY type ORDER BY min(n)`,
    [change],
  ),
});

/** Keeps what a large change touched, as far as it is known by now. */
export function rememberTouch(db: WriteDb, change: number): void {
  if (knownOf(db, change) < LARGE) return;
  const { known, types } = counted(db, change);
  db.run('INSERT OR REPLACE INTO touch (change, known, types) VALUES (?, ?, ?)', [
    change,
    known,
    JSON.stringify(types),
  ]);
}

/** What the change of that number touched, in numbers. */
export function typesTouched(db: ReadDb, change: number): TypesTouched {
  const kept = db.get<{ known: number; types: string }>('SELECT known, types FROM touch WHERE change = ?', [
    change,
  ]);
  return kept
    ? { known: kept.known, types: JSON.parse(kept.types) as TypesTouched['types'] }
    : counted(db, change);
}
