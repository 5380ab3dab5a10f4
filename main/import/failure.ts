import type { ImportReason } from '#shared/import/reasons.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { type Failure, fail, ok, type Success } from '#shared/result.ts';

/** Ends a task with an expected failure, however deep; nothing of a transaction that it leaves has happened. */
export class ImportFailure extends Error {
  readonly failure: Failure<ErrorCode>;

  constructor(code: ErrorCode, params?: Readonly<Record<string, string | number>>) {
    super(code);
    this.failure = fail(code, params);
  }
}

/** A file that cannot be imported as a whole. */
export const refusedFile = (reason: ImportReason, params: Readonly<Record<string, string | number>> = {}) =>
  new ImportFailure('importRefused', { reason, ...params });

/** Runs what may end with an ImportFailure, and answers it as a value; so too a file that cannot be read. */
export async function asResult<T>(work: () => Promise<T>): Promise<Success<T> | Failure<ErrorCode>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof ImportFailure) return error.failure;
    if (isUnreadable(error)) return fail('fileUnreadable');
    throw error;
  }
}

const UNREADABLE = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO']);

/** A file that is gone, or that we may not read. */
export const isUnreadable = (error: unknown): boolean =>
  UNREADABLE.has(String((error as NodeJS.ErrnoException | null)?.code));

/** A thread that wanted more memory than it gets. */
export const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
