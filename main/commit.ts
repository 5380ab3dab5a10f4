import type { WriteDb } from '#db/handle.ts';
import { append, headsOf } from '#db/log.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { changeId } from '#shared/log/change.ts';
import { sealChange } from '#shared/log/draft.ts';
import type { ChangeId } from '#shared/model/ids.ts';
import type { Result } from '#shared/result.ts';
import type { CommandContext, Draft } from './context.ts';
import type { PickedFiles } from './files.ts';
import { now, type Session, signerOf } from './session.ts';

class Rollback extends Error {
  readonly failure: Result<never, ErrorCode>;
  constructor(failure: Result<never, ErrorCode>) {
    super('rolled back');
    this.failure = failure;
  }
}

/** Signs a draft after the heads that are known and appends it. */
function commitDraft(db: WriteDb, session: Session, draft: Draft): ChangeId {
  const time = now();
  const { log, intent, ops } = draft;
  const entry = sealChange({ log, parents: headsOf(db, log), intent, ops }, signerOf(session, time));
  append(db, log, draft.kind ?? 'case', [entry], time);
  return changeId(entry.change.header);
}

/**
 * Runs a command in one transaction that appends at most one change. A failure that it answers, or anything it throws,
 * leaves the vault as it was. `written` names the logs that got a change.
 */
export function runCommand<T>(
  session: Session,
  files: PickedFiles,
  work: (context: CommandContext) => Result<T, ErrorCode>,
  written: (log: string) => void,
): Result<T, ErrorCode> {
  const logs: string[] = [];
  try {
    const result = session.store.transaction((db) => {
      const commit = (draft: Draft): ChangeId => {
        if (logs.length > 0) throw new Error('a command appends one change');
        logs.push(draft.log);
        return commitDraft(db, session, draft);
      };
      const answer = work({ db, session, files, commit });
      if (!answer.ok) throw new Rollback(answer);
      return answer;
    });
    logs.forEach(written);
    return result;
  } catch (error) {
    if (error instanceof Rollback) return error.failure;
    throw error;
  }
}
