import path from 'node:path';
import { getBlob } from '#db/blobs.ts';
import { anchors, readEntries } from '#db/log.ts';
import { attachmentHashes } from '#db/queries/attachments.ts';
import { caseRow } from '#db/queries/cases.ts';
import type { Envelope, EnvelopeDraft } from '#shared/bundle/envelope.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { entryLine } from '#shared/log/lines.ts';
import type { LogId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { writeAnchors } from '../anchor.ts';
import type { SealFile } from '../bundle/content.ts';
import type { SealFor } from '../bundle/seal.ts';
import { runWorker } from '../run-worker.ts';
import { now, type Session } from '../session.ts';
import type { BundleTask } from '../workers/bundle.ts';

/** The whole log of a case and its attachments as the files of a bundle, with what the envelope says of them. */
function gather(
  session: Session,
  logId: LogId,
): Result<{ files: SealFile[]; draft: EnvelopeDraft }, ErrorCode> {
  const { read } = session.store;
  const row = caseRow(read, logId);
  if (!row) return fail('notFound');
  const entries = readEntries(read, logId);
  const files: SealFile[] = [
    {
      name: 'data/changes.jsonl',
      bytes: Buffer.from(entries.map((entry) => `${entryLine(entry)}\n`).join('')),
    },
  ];
  for (const hash of attachmentHashes(read, logId)) {
    const bytes = getBlob(read, hash);
    if (!bytes) return fail('attachmentDamaged');
    files.push({ name: `data/attachments/${hash}`, bytes });
  }
  const ops = entries.reduce((sum, { change }) => sum + change.header.ops.length, 0);
  const bodies = entries.reduce((sum, entry) => sum + entry.ops.length, 0);
  const counts = { changes: entries.length, ops, withheld: ops - bodies, attachments: files.length - 1 };
  const anchor = anchors(read)[logId] as EnvelopeDraft['anchor'];
  return ok({ files, draft: { created: now(), caseId: logId, marking: row.marking, counts, anchor } });
}

/** Seals a case into a file at `target`. Attachments are compared with their hashes on the way. */
export async function exportCase(
  session: Session,
  logId: LogId,
  target: string,
  sealFor: SealFor,
  options: { signal?: AbortSignal; onProgress?: (bytes: number) => void } = {},
): Promise<Result<Envelope, ErrorCode>> {
  const gathered = gather(session, logId);
  if (!gathered.ok) return gathered;
  const { name, department } = session.author;
  const task: BundleTask = {
    kind: 'seal',
    input: {
      path: path.resolve(target),
      ...gathered.value,
      sender: { signingSeed: session.keys.signingSeed, name, department },
      sealFor,
      overwrite: true,
    },
  };
  const sealed = await runWorker<Result<Envelope, ErrorCode>>('bundle', task, options);
  // What left the house can later vouch for where our journal stood.
  if (sealed.ok && session.anchored) writeAnchors(session);
  return sealed;
}
