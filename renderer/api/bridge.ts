import type { Answer, Bridge, CallName, EventName, ReceivedOf, SentOf } from '#shared/ipc/bridge.ts';
import type { ErrorCode, OutputOf } from '#shared/ipc/contract.ts';
import type { Contract } from '#shared/ipc/index.ts';

declare global {
  interface Window {
    readonly waarborg: Bridge<Contract>;
  }
}

export type Call = CallName<Contract>;
export type Event = EventName<Contract>;
export type Sent<Name extends Call> = SentOf<Contract[Name]>;
export type Given<Name extends Call> = OutputOf<Contract[Name]>;

/** Names of the calls of one kind. */
export type CallOf<Kind extends 'query' | 'command' | 'job' | 'action'> = {
  [Name in Call]: Contract[Name]['kind'] extends Kind ? Name : never;
}[Call];

/** A failed call as something that can be thrown to TanStack Query and put into words by `useErrorText`. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly incident: string | undefined;

  constructor(error: Extract<Answer<never>, { ok: false }>['error']) {
    super(error.code);
    this.name = 'CallError';
    this.code = error.code;
    this.params = error.params ?? {};
    this.incident = error.incident;
  }
}

/** Calls the shell. Never rejects: an expected failure is an answer with a code. */
export const call = <Name extends Call>(name: Name, input: Sent<Name>): Promise<Answer<Given<Name>>> =>
  (window.waarborg.call[name] as (sent: Sent<Name>) => Promise<Answer<Given<Name>>>)(input);

/** Calls the shell and gives the value, or throws a `CallError`. */
export const callOrThrow = async <Name extends Call>(name: Name, input: Sent<Name>): Promise<Given<Name>> => {
  const answer = await call(name, input);
  if (!answer.ok) throw new CallError(answer.error);
  return answer.value;
};

/** Listens to an event of the shell; gives the function that stops it. */
export const listen = <Name extends Event>(
  name: Name,
  listener: (payload: ReceivedOf<Contract[Name]>) => void,
): (() => void) => (window.waarborg.on[name] as (l: typeof listener) => () => void)(listener);
