import { performance } from 'node:perf_hooks';
import type { Store, WriteDb } from '#db/handle.ts';
import type { Steps } from '#db/import/settle.ts';

/** Longest that others wait for the store while a long work goes on in pieces. */
const PIECE_MS = 50;

/** Does a work in as many transactions as it takes, none much longer than a moment. */
export function inPieces(store: Store, work: (db: WriteDb) => Steps, onPiece: () => void): void {
  let steps: Steps | undefined;
  for (;;) {
    const done = store.transaction((db) => {
      steps ??= work(db);
      const until = performance.now() + PIECE_MS;
      do if (steps.next().done) return true;
      while (performance.now() < until);
      return false;
    });
    onPiece();
    if (done) return;
  }
}

/** Does a work to its end in the caller's transaction. */
export function atOnce(steps: Steps): void {
  while (!steps.next().done);
}
