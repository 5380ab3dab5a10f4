import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type Store } from '#db/handle.ts';
import { clearStage } from '#db/import/stage.ts';
import { tuneForImport } from '#db/import/tune.ts';
import { ok } from '#shared/result.ts';
import { mayCommit } from '../commit-gate.ts';
import { ImportFailure } from '../import/failure.ts';
import type { ImportTask, ImportWork, Report, Seal } from '../import/task.ts';
import { fixRow, passOver } from '../import/work/fix.ts';
import { planImport } from '../import/work/plan.ts';
import { revertLarge } from '../import/work/revert.ts';
import { takeImport } from '../import/work/take.ts';

const say = (message: unknown): void => parentPort?.postMessage(message);
const report: Report = (phase, done, total) => say({ progress: { phase, done, total } });
const seal: Seal = () => {
  report('saving', 0, null);
  if (!mayCommit(gate)) throw new Error('cancelled before the commit');
};

function work(store: Store, task: ImportWork): unknown {
  switch (task.kind) {
    case 'plan':
      return planImport(store, task.choice, task.id, task.source, report);
    case 'fix':
      return fixRow(store, task.row, task.cells, report);
    case 'skip':
      return passOver(store, task.rows, task.skipped, report);
    case 'take':
      return { change: takeImport(store, task.signing, task.source, report, seal) };
    case 'revert':
      return { change: revertLarge(store, task, report, seal) };
    case 'clear':
      store.transaction(clearStage);
      return null;
  }
}

/** A connection of its own, so that the window's is free; a lock that another writer holds is waited for. */
const { place, work: task, gate } = workerData as ImportTask;
const opened = openStore(place);
place.key.fill(0);
if (!opened.ok) throw new Error(`the import thread cannot open the store: ${opened.error.code}`);
try {
  tuneForImport(opened.value, task.kind === 'take' || task.kind === 'revert');
  say({ done: ok(await work(opened.value, task)) });
} catch (error) {
  if (!(error instanceof ImportFailure)) throw error;
  say({ done: error.failure });
} finally {
  if ('signing' in task) task.signing.seed.fill(0);
  opened.value.close();
}
