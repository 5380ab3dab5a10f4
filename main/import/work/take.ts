import fs from 'node:fs';
import path from 'node:path';
import { putBlob } from '#db/blobs.ts';
import type { ReadDb, Store } from '#db/handle.ts';
import { weighStage } from '#db/import/effects.ts';
import { type StagedRecord, stageCounts, stagedRecord } from '#db/import/pages.ts';
import { settleStage } from '#db/import/settle.ts';
import { clearStage } from '#db/import/stage.ts';
import { stagedOps } from '#db/import/take.ts';
import { tailOf } from '#db/log.ts';
import { appendBulk } from '#db/log-bulk.ts';
import { liveDigests } from '#db/queries/versions.ts';
import type { Intent } from '#shared/log/change.ts';
import { type ChangeId, caseRecordId } from '#shared/model/ids.ts';
import { now, signerOf } from '../../session.ts';
import type { FileSource } from '../bytes.ts';
import { ImportFailure, refusedFile } from '../failure.ts';
import { type StageState, stageState } from '../state.ts';
import type { Report, Seal, SigningTask } from '../task.ts';
import { atOnce } from './steps.ts';

/** Records between two reports. */
const REPORT_EVERY = 500;

/** A folder that brings the case itself makes the case; anything else needs one that is there. */
function intentFor(db: ReadDb, { logId, format }: StageState): Intent {
  if (liveDigests(db, logId, caseRecordId(logId)).length > 0) return { action: 'import' };
  const brings = format === 'folder' && stagedRecord(db, caseRecordId(logId))?.effect === 'created';
  if (!brings) throw refusedFile('noCase');
  return { action: 'createCase' };
}

/**
 * Takes the import that waits as one change, in one transaction: all of it or nothing. What the case says may have
 * changed since the preview; then nothing is taken, and the person looks again.
 */
export function takeImport(
  store: Store,
  signing: SigningTask,
  source: FileSource | null,
  report: Report,
  seal: Seal,
): ChangeId | null {
  return store.transaction((db) => {
    const state = stageState(db);
    if (!state?.counts) throw new ImportFailure('notFound');
    const { logId, counts, tail } = state;
    if (tailOf(db, logId).hash !== tail) {
      atOnce(settleStage(db, logId));
      atOnce(weighStage(db, logId));
      const again = stageCounts(db);
      if (JSON.stringify(again) !== JSON.stringify(counts)) throw refusedFile('caseChanged');
    }
    if (counts.broken) throw refusedFile('broken');
    if (counts.refused > 0) throw refusedFile('refusedRows', { count: counts.refused });
    const total = counts.created + counts.changed;
    const attach = ({ path: name, body }: StagedRecord): void => {
      if (name === null) return;
      if (source === null || !('path' in source)) throw refusedFile('attachmentChanged');
      const hash = putBlob(db, new Uint8Array(fs.readFileSync(path.join(source.path, name))));
      if (hash !== body.hash) throw refusedFile('attachmentChanged', { name: path.basename(name) });
    };
    const intent = intentFor(db, state);
    const signer = signerOf({ author: signing.author, keys: { signingSeed: signing.seed } }, now());
    const change = appendBulk(db, logId, intent, stagedOps(db, logId, attach), signer, (done) => {
      if (done % REPORT_EVERY === 0 || done === total) report('writing', done, total);
    });
    clearStage(db);
    seal();
    return change;
  });
}
