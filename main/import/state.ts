import type { ReadDb } from '#db/handle.ts';
import type { StageCounts } from '#db/import/pages.ts';
import { readStageState } from '#db/import/stage.ts';
import type { TextFormatId } from '#shared/import/formats.ts';
import type { FileBasis, RowRecord } from '#shared/import/reader.ts';
import type { TableMapping, TableOptions } from '#shared/import/table/mapping.ts';
import type { AuthorKey, LogId } from '#shared/model/ids.ts';

export type ImportFormatId = TextFormatId | 'csv' | 'xlsx' | 'folder';

/** A table: how it is read and what its columns mean. */
export type TableChoice = { readonly mapping: TableMapping; readonly options: TableOptions };

/** What the person chose before the file is read. `source` is the record to make for the file, when one is made. */
export type ImportChoice = {
  readonly logId: LogId;
  readonly author: AuthorKey;
  /** Name of the file or folder without its path. */
  readonly file: string;
  readonly format: ImportFormatId;
  readonly basis: FileBasis;
  readonly source?: RowRecord;
  readonly table?: TableChoice;
};

/** The import that waits. `counts` are there once all of it was read, with where the log of the case stood then. */
export type StageState = ImportChoice & {
  readonly id: string;
  readonly header?: readonly string[];
  readonly counts?: StageCounts;
  readonly tail?: string;
};

/** Written by us into our own encrypted file, in this session: read back as it was written. */
export function stageState(db: ReadDb): StageState | undefined {
  const content = readStageState(db);
  return content === null ? undefined : (JSON.parse(content) as StageState);
}
