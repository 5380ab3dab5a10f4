import type { ErrorCode } from '#shared/ipc/contract.ts';
import { fail, type Result } from '#shared/result.ts';
import { commitGate } from '../commit-gate.ts';
import { runWorker } from '../run-worker.ts';
import type { Session } from '../session.ts';
import { isOutOfMemory, isUnreadable } from './failure.ts';
import type { ImportTask, ImportWork, Phase, TaskAnswer, WorkAnswer } from './task.ts';

/** Memory of the thread for what it holds at one time; a hostile file gets no more. */
const MAX_MEGABYTES = 1_024;

type Options = {
  readonly session: Session;
  readonly signal?: AbortSignal;
  readonly progress?: (phase: Phase, done: number, total: number | null) => void;
};

/** Works that write the log hold the store to the end: others are told to wait (`busy`), not kept waiting. */
const isLong = ({ kind }: ImportWork): boolean => kind === 'take' || kind === 'revert';

/**
 * Does import work on a thread with a connection of its own, so that the window stays free. Aborting ends the thread,
 * and with it a transaction that is not finished: nothing of it has happened.
 */
export async function runImport<Kind extends ImportWork['kind']>(
  { session, signal, progress }: Options,
  work: Extract<ImportWork, { kind: Kind }>,
): Promise<Result<WorkAnswer[Kind], ErrorCode>> {
  const { store, vault } = session;
  if (store.frozen) return fail('busy');
  if (isLong(work)) store.freeze(true);
  const gate = commitGate();
  try {
    return await vault.lend((place) =>
      runWorker<TaskAnswer<Kind>, { phase: Phase; done: number; total: number | null }>(
        'import',
        { place, work, gate } satisfies ImportTask,
        {
          gate,
          maxMegabytes: MAX_MEGABYTES,
          ...(signal ? { signal } : {}),
          ...(progress ? { onProgress: ({ phase, done, total }) => progress(phase, done, total) } : {}),
        },
      ),
    );
  } catch (error) {
    if (signal?.aborted) return fail('cancelled');
    if (isOutOfMemory(error)) return fail('importRefused', { reason: 'memory' });
    if (isUnreadable(error)) return fail('fileUnreadable');
    throw error;
  } finally {
    if (isLong(work)) store.freeze(false);
  }
}
