import type { Store } from '#db/handle.ts';
import { appendBulk } from '#db/log-bulk.ts';
import { changeRow, opCount } from '#db/queries/history.ts';
import { touchedBy } from '#db/touched.ts';
import { revertEach } from '#shared/log/revert.ts';
import type { ChangeId, RecordId } from '#shared/model/ids.ts';
import { blockedBy } from '../../blocked.ts';
import { now, signerOf } from '../../session.ts';
import { ImportFailure } from '../failure.ts';
import type { ImportWork, Report, Seal } from '../task.ts';

/** Records between two reports. */
const REPORT_EVERY = 500;

/** Takes a large change back, record by record, in one transaction; null when there is nothing left to take back. */
export function revertLarge(
  store: Store,
  { logId, change, intent, signing }: Extract<ImportWork, { kind: 'revert' }>,
  report: Report,
  seal: Seal,
): ChangeId | null {
  return store.transaction((db) => {
    const row = changeRow(db, logId, change);
    if (!row) throw new ImportFailure('notFound');
    // What a merge brought is more than its own ops: how much, only the end tells.
    const total = row.intent.action === 'merge' ? null : opCount(db, row);
    const blocked: RecordId[] = [];
    const ops = revertEach(touchedBy(db, logId, row), (record) => void blocked.push(record));
    const signer = signerOf({ author: signing.author, keys: { signingSeed: signing.seed } }, now());
    const written = (done: number): void => {
      if (done % REPORT_EVERY === 0) report('writing', done, total);
    };
    const made = appendBulk(db, logId, intent, ops, signer, written, (done, all) =>
      report('ending', done, all),
    );
    if (blocked.length > 0) throw new ImportFailure('revertBlocked', blockedBy(db, logId, blocked));
    seal();
    return made;
  });
}
