import type { Store } from '#db/handle.ts';
import { weighStage } from '#db/import/effects.ts';
import { correctedCells, stageCounts } from '#db/import/pages.ts';
import { settleStage } from '#db/import/settle.ts';
import { clearStage, type StagedRow, Stager, writeStageState } from '#db/import/stage.ts';
import { tailOf } from '#db/log.ts';
import { MAX_BULK } from '#db/log-bulk.ts';
import { knownCase } from '#db/queries/known-case.ts';
import type { FileRow, ReadContext } from '#shared/import/reader.ts';
import type { FileSource } from '../bytes.ts';
import { refusedFile } from '../failure.ts';
import { type ImportChoice, type StageState, stageState } from '../state.ts';
import type { Report } from '../task.ts';
import { rowsOfFile } from './rows.ts';
import { inPieces } from './steps.ts';

/** The cells that a person corrected in the same table before it is read in another way. */
function corrections(
  store: Store,
  { file, table }: ImportChoice,
): ReadonlyMap<number, readonly (string | number)[]> {
  const before = stageState(store.read);
  const same =
    table !== undefined &&
    before?.file === file &&
    before.table?.options.sheet === table.options.sheet &&
    before.table?.options.headerLine === table.options.headerLine;
  return new Map(same ? correctedCells(store.read).map(({ line, cells }) => [line, cells]) : []);
}

/** Settles what waits, works out what taking it would do, and writes that down. */
export function settleAndWeigh(store: Store, state: StageState, report: Report): StageState {
  const { logId } = state;
  inPieces(
    store,
    (db) => settleStage(db, logId),
    () => report('settling', 0, null),
  );
  inPieces(
    store,
    (db) => weighStage(db, logId),
    () => report('settling', 0, null),
  );
  const settled: StageState = {
    ...state,
    counts: stageCounts(store.read),
    tail: tailOf(store.read, logId).hash,
  };
  store.transaction((db) => writeStageState(db, JSON.stringify(settled)));
  return settled;
}

/**
 * Reads a whole file with the code that will take it, and keeps every row in the stage: what it would create, change
 * and leave, and every row that is refused. Memory holds one piece at a time.
 */
export async function planImport(
  store: Store,
  choice: ImportChoice,
  id: string,
  source: FileSource,
  report: Report,
): Promise<StageState> {
  const corrected = corrections(store, choice);
  const begun: StageState = { ...choice, id };
  store.transaction((db) => {
    clearStage(db);
    writeStageState(db, JSON.stringify(begun));
  });
  const { logId, author, file, basis } = choice;
  const context: ReadContext = { logId, author, file, basis, known: knownCase(store.read, logId) };
  const stager = new Stager(store.read, basis.source);
  const keep = (rows: readonly StagedRow[]): void => {
    if (rows.length > 0)
      store.transaction((db) => {
        for (const row of rows) stager.add(db, row, corrected.has(row.line));
      });
  };
  let header: readonly string[] | undefined;
  for await (const piece of rowsOfFile(choice, source, context, corrected, report)) {
    header ??= piece.header;
    keep(piece.rows);
    if (stager.records <= MAX_BULK) continue;
    keep([{ ...tooLarge(piece.rows), file }]);
    break;
  }
  if (stager.rows === 0) throw refusedFile('noRows');
  const { source: made } = choice;
  if (made && stager.cited) keep([{ file, line: 0, records: [made], problems: [] }]);
  return settleAndWeigh(store, header ? { ...begun, header } : begun, report);
}

const tooLarge = (rows: readonly FileRow[]): FileRow => ({
  line: rows.at(-1)?.line ?? 1,
  records: [],
  problems: [{ code: 'importTooLarge', params: { limit: MAX_BULK } }],
  broken: true,
});
