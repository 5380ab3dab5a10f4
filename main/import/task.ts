import type { StorePlace } from '#db/open.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { Author, Intent } from '#shared/log/change.ts';
import type { ChangeId, LogId } from '#shared/model/ids.ts';
import type { Failure, Success } from '#shared/result.ts';
import type { CommitGate } from '../commit-gate.ts';
import type { FileSource } from './bytes.ts';
import type { ImportChoice, StageState } from './state.ts';

/**
 * How far a task is: bytes while a file is read, records while they are written and while the versions that they replace
 * are ended. What is being saved can be stopped no more.
 */
export type Phase = 'looking' | 'reading' | 'settling' | 'writing' | 'ending' | 'saving';
export type Report = (phase: Phase, done: number, total: number | null) => void;

/** Says that all is written and only the commit is left. @throws when the work was cancelled. */
export type Seal = () => void;

/** Who signs: the thread gets a copy of the seed, which ends with it. */
export type SigningTask = { readonly author: Author; readonly seed: Uint8Array };

/** What the import thread is asked; it opens a connection of its own to the store at `place`. */
export type ImportWork =
  | { readonly kind: 'plan'; readonly id: string; readonly choice: ImportChoice; readonly source: FileSource }
  /** Reads one row again with other cells, or passes rows over, and settles all of them anew. */
  | { readonly kind: 'fix'; readonly row: number; readonly cells: readonly (string | number)[] }
  | { readonly kind: 'skip'; readonly rows: readonly number[] | null; readonly skipped: boolean }
  | {
      readonly kind: 'take';
      readonly signing: SigningTask;
      readonly source: FileSource | null;
    }
  | {
      readonly kind: 'revert';
      readonly logId: LogId;
      readonly change: ChangeId;
      readonly intent: Intent;
      readonly signing: SigningTask;
    }
  | { readonly kind: 'clear' };
export type ImportTask = {
  readonly place: StorePlace;
  readonly work: ImportWork;
  readonly gate: CommitGate;
};

/** What each kind of work answers. */
export type WorkAnswer = {
  readonly plan: StageState;
  readonly fix: StageState;
  readonly skip: StageState;
  readonly take: { readonly change: ChangeId | null };
  readonly revert: { readonly change: ChangeId | null };
  readonly clear: null;
};
export type TaskAnswer<Kind extends ImportWork['kind']> = Success<WorkAnswer[Kind]> | Failure<ErrorCode>;
