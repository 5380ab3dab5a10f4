import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '#db/handle.ts';
import { weighStage } from '#db/import/effects.ts';
import { rowsApart, skipRows, stageCounts, stagedRecords } from '#db/import/pages.ts';
import { type Steps, settleStage } from '#db/import/settle.ts';
import { clearStage, isStaged, Stager } from '#db/import/stage.ts';
import { EMPTY_CASE, type FileRow } from '#shared/import/reader.ts';
import { settleRows } from '#shared/import/settle-rows.ts';
import { canonicalText } from '#shared/model/canonical.ts';
import { newStore } from '../../support/stores.ts';
import {
  claimOn,
  company,
  named,
  owns,
  ROWS_LOG,
  refusedRow,
  row,
  troubledRows,
} from '../../support/troubled-rows.ts';

const finish = (steps: Steps): void => {
  while (!steps.next().done);
};

function stage(store: Store, rows: readonly FileRow[]): void {
  store.transaction((db) => {
    clearStage(db);
    const stager = new Stager(db);
    for (const one of rows) stager.add(db, { ...one, file: 'a.csv' });
    finish(settleStage(db, ROWS_LOG));
    finish(weighStage(db, ROWS_LOG));
  });
}

const outcome = ({ read }: Store) => ({
  kept: (['created', 'changed', 'unchanged'] as const)
    .flatMap((effect) => stagedRecords(read, effect, 0, 1_000))
    .map(({ line, key, body }) => `${line} ${key} ${body.name ?? ''}`)
    .sort(),
  refused: rowsApart(read, 'refused', 0, 1_000).flatMap(({ line, problems }) =>
    problems.map((problem) => canonicalText([line, problem])),
  ),
});

describe('rows that wait in the store', () => {
  it('are settled there as the pure form says, for every kind of trouble', () => {
    const store = newStore();
    fc.assert(
      fc.property(troubledRows, (rows) => {
        stage(store, rows);
        const { kept, refused, superseded, repeated } = settleRows(rows, EMPTY_CASE);
        expect(outcome(store)).toEqual({
          kept: kept.map(({ line, key, body }) => `${line} ${key} ${body.name ?? ''}`).sort(),
          refused: refused.map(({ line, problem }) => canonicalText([line, problem])),
        });
        const counts = stageCounts(store.read);
        expect([counts.superseded, counts.repeated]).toEqual([superseded, repeated]);
      }),
      { numRuns: 150 },
    );
  });

  it('come to the same when they are settled again, and fall with a row that is passed over', () => {
    const store = newStore();
    const rows = [
      row(2, company('a')),
      row(3, named('b'), owns('a', 'b')),
      row(4, claimOn('a>b', 'kvk', '12345678')),
      refusedRow(5, { code: 'cellCount' }),
    ];
    stage(store, rows);
    const first = outcome(store);
    store.transaction((db) => finish(settleStage(db, ROWS_LOG)));
    store.transaction((db) => finish(weighStage(db, ROWS_LOG)));
    expect(outcome(store)).toEqual(first);
    store.transaction((db) => {
      skipRows(db, [1], true);
      skipRows(db, undefined, true);
      finish(settleStage(db, ROWS_LOG));
      finish(weighStage(db, ROWS_LOG));
    });
    expect(outcome(store)).toEqual({
      kept: [],
      refused: ['[3,{"code":"referenceRefused","field":"holder","params":{"key":"a"}}]'],
    });
    expect(stageCounts(store.read)).toMatchObject({ rows: 4, refused: 1, skipped: 3 });
  });

  it('are gone when the stage is cleared', () => {
    const store = newStore();
    stage(store, [row(2, company('a'))]);
    expect(isStaged(store.read)).toBe(true);
    store.transaction(clearStage);
    expect([isStaged(store.read), stageCounts(store.read).rows]).toEqual([false, 0]);
  });
});
