import type { LogId, OpDigest } from '#shared/model/ids.ts';
import type { WriteDb } from '../handle.ts';

/** What one statement is given. */
const PIECE = 1_000;

function* piecesOf<T>(all: readonly T[]): Iterable<string> {
  for (let from = 0; from < all.length; from += PIECE) yield JSON.stringify(all.slice(from, from + PIECE));
}

/**
 * The digests that fresh ops of one bulk name as their bases, kept until all ops are there. Digests are random: taken one
 * by one each would have another page of every index deciphered, changed and sealed again. Sorted, every page comes by
 * once: first in the order of the digests, then in that of the versions.
 */
export class Replacements {
  readonly #bases: [base: OpDigest, by: number][] = [];

  /** The op of number `by` replaces `base`. */
  add(base: OpDigest, by: number): void {
    this.#bases.push([base, by]);
  }

  /** Writes down what replaces what; the versions that were live are so no longer, and are found by no search. */
  settle(db: WriteDb, log: LogId, at: string, onPiece: () => void): void {
    const versions: [old: number, by: number][] = [];
    this.#bases.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
    for (const piece of piecesOf(this.#bases)) {
      db.run(
        "INSERT INTO op_base (log, base, n) SELECT ?, value ->> '$[0]', value ->> '$[1]' FROM json_each(?)",
        [log, piece],
      );
      const found = db.all<{ old: number; by: number }>(
        `SELECT o.n AS old, j.value ->> '$[1]' AS by FROM json_each(?) j
         CROSS JOIN op o ON o.log = ? AND o.digest = j.value ->> '$[0]'`,
        [piece, log],
      );
      for (const { old, by } of found) versions.push([old, by]);
      onPiece();
    }
    versions.sort(([a], [b]) => a - b);
    for (const piece of piecesOf(versions)) {
      const ended = db.all<{ n: number }>(
        `SELECT DISTINCT v.n FROM json_each(?) j CROSS JOIN version v ON v.n = j.value ->> '$[0]'
         CROSS JOIN version w ON w.n = j.value ->> '$[1]'
         WHERE v.record = w.record AND (v.known_to IS NULL OR v.known_to > ?)`,
        [piece, at],
      );
      const numbers = JSON.stringify(ended.map(({ n }) => n));
      db.run('UPDATE version SET known_to = ? WHERE n IN (SELECT value FROM json_each(?))', [at, numbers]);
      db.run('DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))', [numbers]);
      onPiece();
    }
  }
}
