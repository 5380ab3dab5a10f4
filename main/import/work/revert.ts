import type { Store } from '#db/handle.ts';
import { appendBulk } from '#db/log-bulk.ts';
import { changeRow } from '#db/queries/history.ts';
import { touchedBy } from '#db/touched.ts';
import { revertEach } from '#shared/log/revert.ts';
import type { ChangeId } from '#shared/model/ids.ts';
import { now, signerOf } from '../../session.ts';
import { ImportFailure } from '../failure.ts';
import type { ImportWork, Report } from '../task.ts';

const REPORT_EVERY = 500;

/** Takes a large change back, record by record, in one transaction; null when there is nothing left to take back. */
export function revertLarge(
  store: Store,
  { logId, change, intent, signing }: Extract<ImportWork, { kind: 'revert' }>,
  report: Report,
): ChangeId | null {
  return store.transaction((db) => {
    const row = changeRow(db, logId, change);
    if (!row) throw new ImportFailure('notFound');
    let blocked = 0;
    const ops = revertEach(touchedBy(db, logId, row), () => void blocked++);
    const signer = signerOf({ author: signing.author, keys: { signingSeed: signing.seed } }, now());
    const made = appendBulk(db, logId, intent, ops, signer, (done) => {
      if (done % REPORT_EVERY === 0) report('writing', done, null);
    });
    if (blocked > 0) throw new ImportFailure('revertBlocked', { records: blocked });
    return made;
  });
}
