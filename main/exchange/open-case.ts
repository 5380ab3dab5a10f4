import { seenBundles } from '#db/identity.ts';
import { readEntries } from '#db/log.ts';
import { caseRow } from '#db/queries/cases.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import type { Envelope } from '#shared/bundle/envelope.ts';
import { signingFingerprint } from '#shared/bundle/fingerprint.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { BundlePreview } from '#shared/ipc/exchange.ts';
import { changeId } from '#shared/log/change.ts';
import { parseEntryLines } from '#shared/log/lines.ts';
import { type LogState, liveVersions, merge, stateOf } from '#shared/log/state.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { BundleFile } from '../bundle/open.ts';
import { runWorker } from '../run-worker.ts';
import { type Session, verifySignature } from '../session.ts';
import type { BundleTask } from '../workers/bundle.ts';
import type { OpenedCase } from './opened.ts';

const ATTACHMENT = 'data/attachments/';

/** Signing keys of the contacts that the person marked as trusted, and our own. */
export const trustedKeys = (session: Session): string[] => [
  session.author.key,
  ...liveOfTypes(session.store.read, session.vaultLog, ['contact'])
    .map(({ body }) => body as BodyOf<'contact'>)
    .filter(({ trusted }) => trusted)
    .map(({ signingKey }) => signingKey),
];

/** Opens a bundle in memory on a thread, checks it and every change in it. Nothing is written. */
export async function openCase(
  session: Session,
  file: string,
  passphrase: string | undefined,
  options: { signal?: AbortSignal; onProgress?: (bytes: number) => void } = {},
): Promise<Result<OpenedCase, ErrorCode>> {
  const { classical, postQuantum } = session.keys;
  const task: BundleTask = {
    kind: 'open',
    path: file,
    open:
      passphrase === undefined
        ? { kind: 'identities', identities: [classical, postQuantum] }
        : { kind: 'passphrase', passphrase },
    trusted: trustedKeys(session),
    allowUnknownSender: true,
    seen: seenBundles(session.store.read),
  };
  type Opened = { envelope: Envelope; trusted: boolean; files: BundleFile[] };
  const opened = await runWorker<Result<Opened, ErrorCode>>('bundle', task, options);
  if (!opened.ok) return opened;
  const { envelope, trusted, files } = opened.value;
  const changes = files.find(({ name }) => name === 'data/changes.jsonl');
  if (!changes) return fail('bundleRefused', { reason: 'missingFile', entry: 'data/changes.jsonl' });
  const entries = parseEntryLines(
    Buffer.from(changes.bytes).toString('utf8'),
    envelope.caseId,
    verifySignature,
  );
  if (!entries.ok) return fail('bundleRefused', { reason: entries.error.code, ...entries.error.params });
  const attachments = new Map(
    files
      .filter(({ name }) => name.startsWith(ATTACHMENT))
      .map(({ name, bytes }) => [name.slice(ATTACHMENT.length), bytes]),
  );
  return ok({ envelope, trusted, entries: entries.value, attachments });
}

const conflictsIn = (state: LogState): number =>
  [...liveVersions(state).values()].filter((live) => live.length > 1).length;

const titleIn = (state: LogState, logId: string): string => {
  const own = [...state.ops.values()].filter((op) => op.record === logId && op.body !== null);
  const title = own.at(-1)?.body?.title;
  return typeof title === 'string' ? title : '';
};

/** What merging an opened case would do, by the same union that the merge is. */
export function previewOf(session: Session, token: string, opened: OpenedCase): BundlePreview {
  const { envelope, trusted, entries } = opened;
  const { sender, created, caseId } = envelope;
  const { read } = session.store;
  const known = stateOf(readEntries(read, caseId));
  const union = merge(known, stateOf(entries));
  return {
    token,
    sender: {
      name: sender.name,
      department: sender.department,
      fingerprint: signingFingerprint(sender.signingKey),
      trusted,
    },
    created,
    caseTitle: caseRow(read, caseId)?.title ?? titleIn(union, caseId),
    logId: caseId,
    known: known.changes.size > 0,
    counts: {
      changes: entries.length,
      newChanges: entries.filter(({ change }) => !known.changes.has(changeId(change.header))).length,
      conflicts: conflictsIn(union),
      withheld: envelope.counts.withheld,
      attachments: opened.attachments.size,
    },
  };
}
