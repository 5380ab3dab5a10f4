import type { CallName } from '#shared/ipc/bridge.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { contract } from '#shared/ipc/index.ts';
import { fail, type Result } from '#shared/result.ts';
import { runCommand } from './commit.ts';
import type { ActionContext, CommandContext, JobContext, QueryContext } from './context.ts';
import { handlers } from './handlers/index.ts';
import type { Session } from './session.ts';

type Call<Context> = (
  context: Context,
  input: unknown,
) => Promise<Result<unknown, ErrorCode>> | Result<unknown, ErrorCode>;

/** Answers one call: gives each kind of handler the handle that it may have, and nothing more. */
export class Dispatcher {
  readonly #base: Omit<ActionContext, 'cancel'>;
  readonly #running = new Map<string, AbortController>();

  constructor(base: Omit<ActionContext, 'cancel'>) {
    this.#base = base;
  }

  cancel(job: string): void {
    this.#running.get(job)?.abort();
  }

  cancelAll(): void {
    for (const job of this.#running.values()) job.abort();
  }

  async dispatch(name: string, input: unknown): Promise<Result<unknown, ErrorCode>> {
    const call = name as CallName<typeof contract>;
    const { kind } = contract[call];
    const handler = handlers[call] as Call<never>;
    if (kind === 'action')
      return (handler as Call<ActionContext>)({ ...this.#base, cancel: (job) => this.cancel(job) }, input);
    const session = this.#base.sessions.current();
    if (!session) return fail('locked');
    if (kind === 'query')
      return (handler as Call<QueryContext>)(
        { db: session.store.read, session, settings: this.#base.settings },
        input,
      );
    return kind === 'command'
      ? this.#command(session, handler as Call<CommandContext>, input)
      : this.#job(session, call, handler as Call<JobContext>, input);
  }

  /** A command is synchronous; the picked file that it names is read beforehand. */
  async #command(
    session: Session,
    handler: Call<CommandContext>,
    input: unknown,
  ): Promise<Result<unknown, ErrorCode>> {
    const { files } = this.#base;
    const { token } = input as { token?: string };
    if (token !== undefined) {
      const loaded = await files.load(token);
      if (!loaded.ok) return loaded;
      if (this.#base.sessions.current() !== session) return fail('locked');
    }
    return this.#save(session, (context) => handler(context, input) as Result<unknown, ErrorCode>);
  }

  #save<T>(session: Session, work: (context: CommandContext) => Result<T, ErrorCode>): Result<T, ErrorCode> {
    if (session.store.frozen) return fail('busy');
    const written = (logId: string): void => this.#base.shell.send('data.changed', { logId });
    return runCommand(session, this.#base.files, work, written);
  }

  /** One job of a name at a time; locking the vault ends it. */
  async #job(
    session: Session,
    name: string,
    handler: Call<JobContext>,
    input: unknown,
  ): Promise<Result<unknown, ErrorCode>> {
    if (this.#running.has(name)) return fail('notAllowed', { job: name });
    const abort = new AbortController();
    this.#running.set(name, abort);
    const { shell, files, settings } = this.#base;
    try {
      return await handler(
        {
          db: session.store.read,
          session,
          shell,
          files,
          settings,
          signal: abort.signal,
          progress: (phase, done, total) => shell.send('job.progress', { job: name, phase, done, total }),
          save: (work) => (abort.signal.aborted ? fail('cancelled') : this.#save(session, work)),
        },
        input,
      );
    } catch (error) {
      if (abort.signal.aborted) return fail('cancelled');
      throw error;
    } finally {
      this.#running.delete(name);
    }
  }
}
