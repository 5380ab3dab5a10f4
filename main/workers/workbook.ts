import { parentPort, workerData } from 'node:worker_threads';
import type { TableRow } from '#shared/import/table/mapping.ts';
import { fail, ok } from '#shared/result.ts';
import type { FileSource } from '../import/bytes.ts';
import { ImportFailure } from '../import/failure.ts';
import { sheetNames, sheetRows } from '../import/xlsx.ts';

/** Looks into a workbook: its sheets, and the first rows of one. Whatever the file does, it does to this thread alone. */
export type WorkbookTask = {
  readonly source: FileSource;
  readonly sheet: string | undefined;
  readonly count: number;
};
export type WorkbookHead = { readonly sheets: readonly string[]; readonly rows: readonly TableRow[] };

async function look({ source, sheet, count }: WorkbookTask): Promise<WorkbookHead> {
  const sheets = await sheetNames(source);
  const rows: TableRow[] = [];
  for await (const piece of sheetRows(source, sheet, () => undefined)) {
    rows.push(...piece.slice(0, count - rows.length));
    if (rows.length >= count) break;
  }
  return { sheets, rows };
}

try {
  parentPort?.postMessage({ done: ok(await look(workerData as WorkbookTask)) });
} catch (error) {
  if (!(error instanceof ImportFailure)) throw error;
  const { code, params } = error.failure.error;
  parentPort?.postMessage({ done: fail(code, params) });
}
