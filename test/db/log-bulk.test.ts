import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '#db/handle.ts';
import { append, headsOf, readEntries } from '#db/log.ts';
import { appendBulk } from '#db/log-bulk.ts';
import { checkLog } from '#db/log-check.ts';
import { rebuild } from '#db/projection/rebuild.ts';
import { verifySignature } from '#main/session.ts';
import type { DraftOp } from '#shared/log/draft.ts';
import { sealChange } from '#shared/log/draft.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OpDigest, RecordId } from '#shared/model/ids.ts';
import { LOG, people } from '../support/histories.ts';
import { newStore } from '../support/stores.ts';

let tick = 0;
const signer = () => {
  const salt = tick++;
  let n = 0;
  return {
    ...(people[0] as (typeof people)[number]),
    time: `2026-01-01T00:00:00.${String(salt % 1000).padStart(3, '0')}Z` as Instant,
    salt: () => `${salt}`.padStart(16, '0') + `${n++}`.padStart(16, '0'),
  };
};
const record = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordId;

const tables = ({ read }: Store): unknown =>
  ['version', 'r_note', 'change', 'change_op', 'change_parent', 'op', 'op_base', 'journal'].map((table) =>
    read
      .all<Record<string, unknown>>(`SELECT * FROM ${table}`)
      .map((row) => JSON.stringify(row))
      .sort(),
  );

const drafts = (store: Store, texts: readonly string[]): DraftOp[] =>
  texts.map((text, n) => ({
    record: record(n),
    type: 'note',
    base: store.read
      .all<{ digest: string }>('SELECT digest FROM version WHERE record = ? AND known_to IS NULL', [
        record(n),
      ])
      .map(({ digest }) => digest as OpDigest),
    marking: 'open',
    body: text === '' ? null : { text },
  }));

describe('a change that is made op by op', () => {
  it('leaves the store as the same change made at once would, projection and journal included', () => {
    const text = fc.constantFrom('', 'a', 'b');
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        (steps) => {
          const [bulk, whole] = [newStore(), newStore()];
          for (const texts of steps) {
            const by = signer();
            const again = {
              ...by,
              salt: (
                (n) => () =>
                  by.salt().slice(0, 16) + `${n++}`.padStart(16, '0')
              )(0),
            };
            bulk.transaction((db) =>
              appendBulk(db, LOG, { action: 'import' }, drafts(bulk, texts), by, () => undefined),
            );
            whole.transaction((db) =>
              append(
                db,
                LOG,
                'case',
                [
                  sealChange(
                    {
                      log: LOG,
                      parents: headsOf(db, LOG),
                      intent: { action: 'import' },
                      ops: drafts(whole, texts),
                    },
                    again,
                  ),
                ],
                by.time,
              ),
            );
          }
          expect(tables(bulk)).toEqual(tables(whole));
          expect(checkLog(bulk.read, LOG, verifySignature, null).findings).toEqual([]);
          const before = tables(bulk);
          bulk.transaction(rebuild);
          expect(tables(bulk)).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('of no op is none', () => {
    const store = newStore();
    expect(
      store.transaction((db) => appendBulk(db, LOG, { action: 'import' }, [], signer(), () => undefined)),
    ).toBeNull();
    expect(readEntries(store.read, LOG)).toEqual([]);
  });
});
