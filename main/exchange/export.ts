import path from 'node:path';
import { getBlob } from '#db/blobs.ts';
import { anchors, readEntries } from '#db/log.ts';
import { caseRow } from '#db/queries/cases.ts';
import type { Envelope, EnvelopeDraft } from '#shared/bundle/envelope.ts';
import { discloseEntries } from '#shared/disclosure/entries.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { entryLine } from '#shared/log/lines.ts';
import type { Op } from '#shared/log/op.ts';
import { type ContentHash, caseRecordId, type LogId } from '#shared/model/ids.ts';
import { highestMarking, type Marking } from '#shared/model/marking.ts';
import { RECORDS } from '#shared/model/records.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { writeAnchors } from '../anchor.ts';
import type { SealFile } from '../bundle/content.ts';
import type { SealFor } from '../bundle/seal.ts';
import { runWorker } from '../run-worker.ts';
import { now, type Session } from '../session.ts';
import type { BundleTask } from '../workers/bundle.ts';

const Attachment = RECORDS.attachment.body;

/** Files that any of these versions of an attachment names, in the order of their hashes. */
const hashesIn = (ops: readonly Op[]): ContentHash[] =>
  [
    ...new Set(
      ops
        .filter(({ type }) => type === 'attachment')
        .flatMap(({ body }) => Attachment.safeParse(body).data?.hash ?? []),
    ),
  ].sort();

/**
 * The log of a case and its attachments as the files of a bundle, with what the envelope says of them. Under a ceiling
 * only what may go is read on: no file, name, count of a type or marking tells of the rest, only how many bodies are
 * withheld. `aboveCeiling` when the case itself stays behind.
 */
function gather(
  session: Session,
  logId: LogId,
  ceiling: Marking | undefined,
): Result<{ files: SealFile[]; draft: EnvelopeDraft }, ErrorCode> {
  const { read } = session.store;
  if (!caseRow(read, logId)) return fail('notFound');
  const known = readEntries(read, logId);
  const entries = ceiling === undefined ? known : discloseEntries(known, ceiling);
  const going = entries.flatMap(({ ops }) => ops);
  if (ceiling !== undefined && !going.some(({ record }) => record === caseRecordId(logId)))
    return fail('aboveCeiling');
  const files: SealFile[] = [
    {
      name: 'data/changes.jsonl',
      bytes: Buffer.from(entries.map((entry) => `${entryLine(entry)}\n`).join('')),
    },
  ];
  for (const hash of hashesIn(going)) {
    const bytes = getBlob(read, hash);
    if (!bytes) return fail('attachmentDamaged');
    files.push({ name: `data/attachments/${hash}`, bytes });
  }
  const ops = entries.reduce((sum, { change }) => sum + change.header.ops.length, 0);
  const counts = {
    changes: entries.length,
    ops,
    withheld: ops - going.length,
    attachments: files.length - 1,
  };
  const marking = highestMarking(going.map(({ marking: own }) => own));
  const anchor = anchors(read)[logId] as EnvelopeDraft['anchor'];
  return ok({ files, draft: { created: now(), caseId: logId, marking, counts, anchor } });
}

/**
 * Seals a case into a file at `target`, up to a ceiling when there is one. Attachments are compared with their hashes
 * on the way.
 */
export async function exportCase(
  session: Session,
  logId: LogId,
  target: string,
  sealFor: SealFor,
  options: {
    ceiling?: Marking | undefined;
    signal?: AbortSignal;
    onProgress?: (bytes: number) => void;
  } = {},
): Promise<Result<Envelope, ErrorCode>> {
  const { ceiling, ...running } = options;
  const gathered = gather(session, logId, ceiling);
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
  const sealed = await runWorker<Result<Envelope, ErrorCode>>('bundle', task, running);
  // What left the house can later vouch for where our journal stood.
  if (sealed.ok && session.anchored) writeAnchors(session);
  return sealed;
}
