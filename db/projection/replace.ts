import type { LogId, OpDigest } from '#shared/model/ids.ts';
import type { WriteDb } from '../handle.ts';

/** What one statement is given. */
const PIECE = 1_000;

/** Pairs of a key and the number of the op that replaces it, as JSON, in the order of the keys. */
function* inOrder<Key extends string | number>(
  keys: readonly Key[],
  by: readonly number[],
): Iterable<string> {
  const order = Uint32Array.from(keys.keys()).sort((a, b) => {
    const [one, other] = [keys[a] as Key, keys[b] as Key];
    return one < other ? -1 : Number(one > other);
  });
  for (let from = 0; from < order.length; from += PIECE)
    yield JSON.stringify(Array.from(order.subarray(from, from + PIECE), (i) => [keys[i], by[i]]));
}

/**
 * The digests that fresh ops of one bulk name as their bases, kept until all ops are there. Digests are random: taken one
 * by one each would have another page of every index deciphered, changed and sealed again. Sorted, every page comes by
 * once: first in the order of the digests, then in that of the versions.
 */
export class Replacements {
  #bases: OpDigest[] = [];
  #by: number[] = [];

  /** The op of number `by` replaces `base`. */
  add(base: OpDigest, by: number): void {
    this.#bases.push(base);
    this.#by.push(by);
  }

  /** Writes down what replaces what; the versions that were live are so no longer, and are found by no search. */
  settle(db: WriteDb, log: LogId, at: string, onEnded: (count: number, total: number) => void): void {
    const old: number[] = [];
    const by: number[] = [];
    for (const piece of inOrder(this.#bases, this.#by)) {
      db.run(
        "INSERT INTO op_base (log, base, n) SELECT ?, value ->> '$[0]', value ->> '$[1]' FROM json_each(?)",
        [log, piece],
      );
      for (const pair of db.all<{ old: number; by: number }>(
        `SELECT o.n AS old, j.value ->> '$[1]' AS by FROM json_each(?) j
         CROSS JOIN op o ON o.log = ? AND o.digest = j.value ->> '$[0]'`,
        [piece, log],
      )) {
        old.push(pair.old);
        by.push(pair.by);
      }
    }
    [this.#bases, this.#by] = [[], []];
    let done = 0;
    for (const piece of inOrder(old, by)) {
      end(db, piece, at);
      done = Math.min(done + PIECE, old.length);
      onEnded(done, old.length);
    }
  }
}

/** An op replaces versions of its own record only. */
function end(db: WriteDb, pairs: string, at: string): void {
  const ended = db.all<{ n: number }>(
    `SELECT DISTINCT v.n FROM json_each(?) j CROSS JOIN version v ON v.n = j.value ->> '$[0]'
     CROSS JOIN version w ON w.n = j.value ->> '$[1]'
     WHERE v.record = w.record AND (v.known_to IS NULL OR v.known_to > ?)`,
    [pairs, at],
  );
  const numbers = JSON.stringify(ended.map(({ n }) => n));
  db.run('UPDATE version SET known_to = ? WHERE n IN (SELECT value FROM json_each(?))', [at, numbers]);
  db.run('DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))', [numbers]);
}
