import type { Store } from '#db/handle.ts';
import { rowAt, skipRows } from '#db/import/pages.ts';
import { Stager } from '#db/import/stage.ts';
import { knownCase } from '#db/queries/known-case.ts';
import { readTableRow } from '#shared/import/table/read-row.ts';
import { placeMapping } from '#shared/import/table/reader.ts';
import { ImportFailure } from '../failure.ts';
import { type StageState, stageState } from '../state.ts';
import type { Report } from '../task.ts';
import { settleAndWeigh } from './plan.ts';

function waiting(store: Store): StageState {
  const state = stageState(store.read);
  if (!state?.counts) throw new ImportFailure('notFound');
  return state;
}

/** Reads one row of the table again with the cells that the person gave it; the row is judged as any other. */
export function fixRow(
  store: Store,
  n: number,
  cells: readonly (string | number)[],
  report: Report,
): StageState {
  const state = waiting(store);
  const { table, header, logId, author, file, basis } = state;
  const row = rowAt(store.read, n);
  if (!table || !header || !row) throw new ImportFailure('notFound');
  const context = { logId, author, file, basis, known: knownCase(store.read, logId) };
  const mapping = placeMapping(table.mapping, header, table.options.sheet);
  const read = readTableRow(mapping, context, { line: row.line, cells });
  store.transaction((db) => new Stager(store.read, basis.source).replace(db, n, read));
  return settleAndWeigh(store, state, report);
}

/** Passes rows over, all refused ones when none are named, or takes them in again. */
export function passOver(
  store: Store,
  rows: readonly number[] | null,
  skipped: boolean,
  report: Report,
): StageState {
  const state = waiting(store);
  store.transaction((db) => skipRows(db, rows ?? undefined, skipped));
  return settleAndWeigh(store, state, report);
}
