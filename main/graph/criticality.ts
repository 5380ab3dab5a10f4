import type { Criticality } from '#shared/graph/criticality.ts';
import { runWorker } from '../run-worker.ts';
import type { CriticalityTask } from '../workers/criticality.ts';

/**
 * `criticality` on a thread of its own; `onProgress` hears which part is done.
 * @throws an AbortError after `signal`.
 */
export const criticalityOf = (
  task: CriticalityTask,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (part: number) => void } = {},
): Promise<readonly Criticality[]> => runWorker<readonly Criticality[]>('criticality', task, options);
