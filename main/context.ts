import type { ReadDb, WriteDb } from '#db/handle.ts';
import type { CallName, ReceivedOf } from '#shared/ipc/bridge.ts';
import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import type { Contract } from '#shared/ipc/index.ts';
import type { Intent } from '#shared/log/change.ts';
import type { DraftOp } from '#shared/log/draft.ts';
import type { ChangeId, LogId } from '#shared/model/ids.ts';
import type { Result } from '#shared/result.ts';
import type { Shell } from './core.ts';
import type { PickedFiles } from './files.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import type { SettingsFile } from './settings.ts';

/** What a handler of each kind is given. Handlers import no Electron: the CLI calls the same ones. */
export type QueryContext = {
  readonly db: ReadDb;
  readonly session: Session;
  readonly settings: SettingsFile;
};

export type Draft = {
  readonly log: LogId;
  readonly kind?: 'case' | 'vault';
  readonly intent: Intent;
  readonly ops: readonly DraftOp[];
};

export type CommandContext = Omit<QueryContext, 'settings'> & {
  readonly db: WriteDb;
  readonly files: PickedFiles;
  /** Signs and appends the one change of this command. What the handler answers with a failure is rolled back. */
  readonly commit: (draft: Draft) => ChangeId;
};

export type JobContext = QueryContext & {
  readonly files: PickedFiles;
  readonly shell: Shell;
  readonly signal: AbortSignal;
  readonly progress: (phase: string, done: number, total: number | null) => void;
  /** Saves in one transaction; a failure that `work` answers is rolled back. */
  readonly save: <T>(work: (context: CommandContext) => Result<T, ErrorCode>) => Result<T, ErrorCode>;
};

export type ActionContext = {
  readonly shell: Shell;
  readonly sessions: Sessions;
  readonly settings: SettingsFile;
  readonly files: PickedFiles;
  readonly cancel: (job: string) => void;
  readonly lock: (why: 'demand' | 'idle' | 'sleep') => void;
};

type Kind<Name extends CallName<Contract>> = Contract[Name]['kind'];
type ContextOf<K> = K extends 'query'
  ? QueryContext
  : K extends 'command'
    ? CommandContext
    : K extends 'job'
      ? JobContext
      : ActionContext;
type Answered<K, T> = K extends 'query' | 'command'
  ? Result<T, ErrorCode>
  : Promise<Result<T, ErrorCode>> | Result<T, ErrorCode>;

export type Handler<Name extends CallName<Contract>> = (
  context: ContextOf<Kind<Name>>,
  input: ReceivedOf<Contract[Name]>,
) => Answered<Kind<Name>, OutputOf<Contract[Name]>>;

export type Handlers = { readonly [Name in CallName<Contract>]: Handler<Name> };
/** The handlers of one contract file. */
export type HandlersOf<Feature> = { readonly [Name in CallName<Contract> & keyof Feature]: Handler<Name> };
