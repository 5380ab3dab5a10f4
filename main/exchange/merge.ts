import { putBlob } from '#db/blobs.ts';
import { rememberBundle } from '#db/identity.ts';
import { append, headsOf } from '#db/log.ts';
import { conflictingRecords } from '#db/queries/counts.ts';
import type { CommandContext } from '../context.ts';
import { now } from '../session.ts';
import type { OpenedCase } from './opened.ts';

/**
 * Takes an opened case in: union of the logs, then a change of our own that says who merged and where we stood before,
 * so that the whole merge is one step of the history. Attachments come first, so that no record points to nothing.
 */
export function mergeCase(
  { db, commit }: CommandContext,
  { envelope, entries, attachments }: OpenedCase,
): { newChanges: number; conflicts: number } {
  const log = envelope.caseId;
  const before = headsOf(db, log);
  for (const bytes of attachments.values()) putBlob(db, bytes);
  const appended = append(db, log, 'case', entries, now());
  rememberBundle(db, envelope.id, now());
  if (appended.changes.length > 0) commit({ log, intent: { action: 'merge', before }, ops: [] });
  return { newChanges: appended.changes.length, conflicts: conflictingRecords(db, log).length };
}
