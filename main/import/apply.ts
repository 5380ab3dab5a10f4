import { putBlob } from '#db/blobs.ts';
import type { ReadDb } from '#db/handle.ts';
import { liveDigests, liveOf } from '#db/queries/versions.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { DraftOp } from '#shared/log/draft.ts';
import { canonicalText, type Json } from '#shared/model/canonical.ts';
import type { LogId } from '#shared/model/ids.ts';
import { RECORDS } from '#shared/model/records.ts';
import { ok, type Result } from '#shared/result.ts';
import type { CommandContext } from '../context.ts';
import { draftPuts, type PutInput } from '../handlers/puts.ts';
import type { CaseFolder } from './folder.ts';

export type Imported = { created: number; changed: number; unchanged: number };

/** True when a put says what the one live version says already: the same file twice changes nothing. */
function saysNothingNew(db: ReadDb, log: LogId, put: PutInput): boolean {
  const live = liveOf(db, log, put.record);
  const [only] = live;
  if (live.length !== 1 || !only || only.marking !== put.marking) return false;
  const body = RECORDS[put.type].body.safeParse(put.body);
  return body.success && canonicalText(JSON.parse(JSON.stringify(body.data))) === canonicalText(only.body);
}

function putsOf({ plan, contents }: CaseFolder, { db }: CommandContext): Omit<PutInput, 'base'>[] {
  const attachments = plan.attachments.map(({ record, path, body, marking }) => {
    const bytes = contents.get(path) as Uint8Array;
    const whole = { ...body, size: bytes.length, hash: putBlob(db, bytes) };
    return { record, type: 'attachment' as const, body: whole as { [key: string]: Json }, marking };
  });
  const puts = plan.puts.map(({ record, type, body, marking }) => ({
    record,
    type,
    body: { ...body },
    marking,
  }));
  return [...puts, ...attachments];
}

/** Takes a planned folder into a log as one change, so that one undo takes it back. What is there already stays as it is. */
export function applyFolder(
  context: CommandContext,
  log: LogId,
  folder: CaseFolder,
): Result<Imported, ErrorCode> {
  const counts: Imported = { created: 0, changed: 0, unchanged: 0 };
  const fresh: PutInput[] = [];
  for (const put of putsOf(folder, context)) {
    const whole = { ...put, base: liveDigests(context.db, log, put.record) };
    if (saysNothingNew(context.db, log, whole)) counts.unchanged += 1;
    else {
      fresh.push(whole);
      counts[whole.base.length === 0 ? 'created' : 'changed'] += 1;
    }
  }
  if (fresh.length === 0) return ok(counts);
  const ops: Result<DraftOp[], ErrorCode> = draftPuts(context.db, log, fresh);
  if (!ops.ok) return ops;
  const isNew = fresh.some(({ record, base }) => (record as string) === log && base.length === 0);
  context.commit({ log, intent: { action: isNew ? 'createCase' : 'import' }, ops: ops.value });
  return ok(counts);
}
