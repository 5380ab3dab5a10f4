import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '#db/handle.ts';
import { append, headsOf } from '#db/log.ts';
import { appendBulk } from '#db/log-bulk.ts';
import { checkLog } from '#db/log-check.ts';
import { changeRow } from '#db/queries/history.ts';
import { liveDigests } from '#db/queries/versions.ts';
import { touchedBy } from '#db/touched.ts';
import { verifySignature } from '#main/session.ts';
import type { Intent } from '#shared/log/change.ts';
import { type DraftOp, sealChange } from '#shared/log/draft.ts';
import { revertEach } from '#shared/log/revert.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ChangeId, RecordId } from '#shared/model/ids.ts';
import { LOG, people } from '../support/histories.ts';
import { newStore } from '../support/stores.ts';

let tick = 0;
const signer = () => {
  const step = tick++;
  let n = 0;
  return {
    ...(people[0] as (typeof people)[number]),
    time: new Date(Date.UTC(2026, 0, 1) + step).toISOString() as Instant,
    salt: () => `${step}`.padStart(16, '0') + `${n++}`.padStart(16, '0'),
  };
};

const record = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;

/** What each record says, all its live versions; one that is withdrawn says nothing. */
const said = ({ read }: Store): unknown =>
  read
    .all<{ record: string; body: string }>(
      `SELECT v.record, o.content -> '$.body' AS body FROM version v JOIN op o ON o.n = v.n
       WHERE v.known_to IS NULL AND v.withdrawn = 0 ORDER BY v.record, body`,
    )
    .map(({ record: of, body }) => `${of} ${body}`);
const found = ({ read }: Store): unknown => read.all('SELECT text FROM search ORDER BY rowid');

const bulk = (store: Store, intent: Intent, drafts: (store: Store) => Iterable<DraftOp>): ChangeId | null =>
  store.transaction((db) => appendBulk(db, LOG, intent, drafts(store), signer(), () => undefined));

/** Writes these notes, of which the n-th says the n-th text; without a text it is left as it is. */
const writes = (texts: readonly string[]) =>
  function* ({ read }: Store): Iterable<DraftOp> {
    for (const [n, text] of texts.entries())
      if (text !== '')
        yield {
          record: record(n),
          type: 'note',
          base: liveDigests(read, LOG, record(n)),
          marking: 'open',
          body: { text },
        };
  };

/** Takes a change back in one bulk; how many records later changes build upon, and then nothing is written. */
function takeBack(store: Store, action: 'undo' | 'redo', reverts: ChangeId): ChangeId | number | null {
  let blocked = 0;
  class Blocked extends Error {}
  try {
    return store.transaction((db) => {
      const row = changeRow(db, LOG, reverts);
      if (!row) throw new Error('no such change');
      const ops = revertEach(touchedBy(db, LOG, row), () => void blocked++);
      const change = appendBulk(db, LOG, { action, reverts }, ops, signer(), () => undefined);
      if (blocked > 0) throw new Blocked();
      return change;
    });
  } catch (error) {
    if (error instanceof Blocked) return blocked;
    throw error;
  }
}

const text = fc.constantFrom('', 'a', 'b', 'c');
const texts = fc.array(text, { minLength: 1, maxLength: 5 }).filter((some) => some.some((one) => one !== ''));

describe('a bulk that is taken back as a bulk', () => {
  it('leaves the records as they were, and as they had been once it is brought back', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 2 }), texts, fc.nat(2), (before, step, rounds) => {
        const store = newStore();
        for (const some of before) bulk(store, { action: 'import' }, writes(some));
        const was = [said(store), found(store)];
        let change = bulk(store, { action: 'import' }, writes(step)) as ChangeId;
        const is = said(store);
        for (let round = 0; round <= rounds; round++) {
          const undone = takeBack(store, 'undo', change);
          // A step that says again what was there is taken back to the same words.
          expect(said(store)).toEqual(was[0]);
          change = takeBack(store, 'redo', undone as ChangeId) as ChangeId;
          expect(said(store)).toEqual(is);
        }
        expect(checkLog(store.read, LOG, verifySignature, null).findings).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is found by no search any more, and what stood there before is found again', () => {
    const store = newStore();
    bulk(store, { action: 'import' }, writes(['eerste', 'tweede']));
    const change = bulk(store, { action: 'import' }, writes(['', 'anders', 'derde'])) as ChangeId;
    takeBack(store, 'undo', change);
    expect(found(store)).toEqual([{ text: 'eerste' }, { text: 'tweede' }]);
  });

  it('is refused, and nothing is written, for each record of which somebody changed the same words since', () => {
    fc.assert(
      fc.property(texts, texts, (step, since) => {
        const store = newStore();
        bulk(store, { action: 'import' }, writes(['x', 'x', 'x', 'x', 'x']));
        const change = bulk(store, { action: 'import' }, writes(step)) as ChangeId;
        store.transaction((db) => {
          const ops = [...writes(since)(store)];
          const entry = sealChange(
            { log: LOG, parents: headsOf(db, LOG), intent: { action: 'edit' }, ops },
            signer(),
          );
          append(db, LOG, 'case', [entry], entry.change.header.time);
        });
        const now = said(store);
        const clash = step.filter(
          (one, n) => one !== '' && (since[n] ?? '') !== '' && since[n] !== one,
        ).length;
        const answer = takeBack(store, 'undo', change);
        if (clash === 0) expect(typeof answer).toBe('string');
        else expect([answer, said(store)]).toEqual([clash, now]);
      }),
      { numRuns: 25 },
    );
  });
});
