import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CASE_FILES, planImport } from '#shared/import/case-folder.ts';
import type { VersionView } from '#shared/ipc/common.ts';
import { type AuthorKey, type LogId, type RecordId, slotId } from '#shared/model/ids.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../samples/lumenschip');
export const SAMPLE_LOG = '00000000-0000-4000-8000-00000000000a' as LogId;
const author = { key: 'b'.repeat(64), name: 'A', department: 'EZ' } as VersionView['author'];

/** The record that a key of the sample's files becomes in `sampleViews`. */
export const sampleId = (key: string): RecordId => slotId(SAMPLE_LOG, `import:${key}`);

/** The live versions of the sample case, without a store. */
export function sampleViews(): VersionView[] {
  const files = new Map(CASE_FILES.map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]));
  const attachments = new Set(
    readdirSync(path.join(FOLDER, 'attachments')).map((name) => `attachments/${name}`),
  );
  const plan = planImport(files, { logId: SAMPLE_LOG, author: 'b'.repeat(64) as AuthorKey, attachments });
  return plan.puts.map(
    ({ record, type, body, marking }, i): VersionView => ({
      record,
      type,
      digest: String(i).padStart(64, '0') as VersionView['digest'],
      marking,
      body: body as VersionView['body'],
      change: 'c'.repeat(64) as VersionView['change'],
      author,
      time: '2026-11-20T09:00:00.000Z',
    }),
  );
}
