import { liveDigests } from '#db/queries/versions.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { caseRecordId, type LogId, slotId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { sampleFolder } from '../assets.ts';
import type { JobContext } from '../context.ts';
import { applyFolder } from './apply.ts';
import { readCaseFolder } from './folder.ts';

/** Imports the sample case once a vault: its log has an id of its own in each, so that a second time finds the first. */
export async function importSample({
  db,
  session,
  progress,
  save,
}: JobContext): Promise<Result<{ logId: LogId; created: boolean }, ErrorCode>> {
  const logId = slotId(session.vaultLog, 'sample') as string as LogId;
  if (liveDigests(db, logId, caseRecordId(logId)).length > 0) return ok({ logId, created: false });
  progress('reading', 0, null);
  const folder = await readCaseFolder(sampleFolder(), logId, session.author.key);
  if (!folder.ok) return folder;
  const [refused] = folder.value.plan.refused;
  if (refused)
    return fail('importRefused', { file: refused.file, line: refused.line, problem: refused.code });
  progress('saving', 0, folder.value.plan.puts.length);
  const saved = save((context) => applyFolder(context, logId, folder.value));
  return saved.ok ? ok({ logId, created: true }) : saved;
}
