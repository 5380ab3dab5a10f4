import fs from 'node:fs/promises';
import path from 'node:path';
import type { StagedRow } from '#db/import/stage.ts';
import { type ImportPlan, type PlannedPut, planImport } from '#shared/import/case-folder.ts';
import type { ReadContext } from '#shared/import/reader.ts';
import type { Refusal } from '#shared/import/refusal.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { sha256Hex } from '#shared/model/canonical.ts';
import type { AuthorKey, LogId } from '#shared/model/ids.ts';
import { labelOf } from '#shared/model/label.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { MAX_FILE_BYTES } from '../files.ts';
import type { FileSource } from './bytes.ts';
import { ImportFailure } from './failure.ts';

const ATTACHMENTS = 'attachments';

export type CaseFolder = {
  readonly plan: ImportPlan;
  /** Bytes of the planned attachments, by the path that the plan has for them. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
};

/** Plain files right below a folder: links and other things are passed over, so that nothing outside is opened. */
async function filesIn(folder: string, wanted: (name: string) => boolean): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isFile() || !wanted(entry.name)) continue;
    const file = path.join(folder, entry.name);
    const { size } = await fs.stat(file);
    if (size <= MAX_FILE_BYTES) files.set(entry.name, new Uint8Array(await fs.readFile(file)));
  }
  return files;
}

const placeIn = (place: string): Pick<StagedRow, 'file' | 'line'> => {
  const at = place.lastIndexOf(':');
  return { file: place.slice(0, at), line: Number(place.slice(at + 1)) };
};

const rowOf = ({ place, record, type, body, marking }: PlannedPut): StagedRow => ({
  ...placeIn(place),
  records: [{ key: labelOf(type, body), record, type, body, marking }],
  problems: [],
});

/** Refusals of one place are one row with several reasons. */
const refusedRows = (refused: readonly Refusal[]): StagedRow[] =>
  [...Map.groupBy(refused, ({ file, line }) => `${file}:${line}`)].map(([place, reasons]) => ({
    ...placeIn(place),
    records: [],
    problems: reasons.map(({ file: _, line: __, ...problem }) => problem),
  }));

/**
 * The rows of a case folder. It is small (`MAX_FILE_BYTES` a file) and settled by its own rules; the bytes of its
 * attachments stay where they are until the import is taken.
 */
export async function folderRows(source: FileSource, context: ReadContext): Promise<StagedRow[]> {
  if (!('path' in source)) throw new ImportFailure('fileUnreadable', { name: source.name });
  const read = await readCaseFolder(source.path, context.logId, context.author);
  if (!read.ok) throw new ImportFailure(read.error.code, read.error.params);
  const { plan, contents } = read.value;
  const attached = plan.attachments.map((one): StagedRow => {
    const bytes = contents.get(one.path) as Uint8Array;
    const body = { ...one.body, size: bytes.length, hash: sha256Hex(bytes) };
    return { ...rowOf({ ...one, type: 'attachment', body }), paths: { [one.record]: one.path } };
  });
  return [...plan.puts.map(rowOf), ...attached, ...refusedRows(plan.refused)];
}

/** Reads a case folder of plain files (`samples/README.md`) and plans what it would bring into a log. */
export async function readCaseFolder(
  folder: string,
  logId: LogId,
  author: AuthorKey,
): Promise<Result<CaseFolder, ErrorCode>> {
  try {
    const tables = await filesIn(folder, (name) => /\.(csv|json)$/i.test(name));
    if (tables.size === 0) return fail('fileUnreadable', { name: path.basename(folder) });
    const attached = await filesIn(path.join(folder, ATTACHMENTS), () => true);
    const contents = new Map([...attached].map(([name, bytes]) => [`${ATTACHMENTS}/${name}`, bytes]));
    const texts = new Map([...tables].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
    const plan = planImport(texts, { logId, author, attachments: new Set(contents.keys()) });
    return ok({ plan, contents });
  } catch {
    return fail('fileUnreadable', { name: path.basename(folder) });
  }
}
