import fs from 'node:fs/promises';
import path from 'node:path';
import { type ImportPlan, planImport } from '#shared/import/case-folder.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { AuthorKey, LogId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { MAX_FILE_BYTES } from '../files.ts';

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
