import type { Answer } from '#shared/ipc/bridge.ts';
import { type Entry, type ErrorCode, resultOf } from '#shared/ipc/contract.ts';
import type { Core } from './core.ts';
import type { Incidents } from './incidents.ts';
import { isLargerThan } from './size.ts';

export type AnswerCall = (fromOurPage: boolean, input: unknown) => Promise<Answer<unknown>>;

const refuse = (code: ErrorCode, params?: Record<string, string | number>): Answer<never> => ({
  ok: false,
  error: params ? { code, params } : { code },
});

/** Path of the first thing that is wrong, and in what way, in words of the schema (`invalid_type`, `too_big`). */
function firstProblem(issues: readonly { path: readonly PropertyKey[]; code: string }[]) {
  const [issue] = issues;
  return { where: issue?.path.map(String).join('.') ?? '', problem: issue?.code ?? '' };
}

/**
 * The guarded door of each call of the contract: who asks, how much it is, what it is; then `dispatch`; then what
 * comes back. Whatever goes wrong, the page gets an answer in the contract's own form and never an error's text.
 */
export function guardCalls(
  contract: Readonly<Record<string, Entry>>,
  dispatch: Core['dispatch'],
  incidents: Incidents,
): ReadonlyMap<string, AnswerCall> {
  const guard = (name: string, entry: Entry): AnswerCall => {
    const answer = resultOf(entry.output);
    const internal = (error: unknown): Answer<never> => ({
      ok: false,
      error: { code: 'internal', incident: incidents.record(name, error) },
    });
    return async (fromOurPage, input) => {
      if (!fromOurPage) return refuse('notAllowed');
      if (isLargerThan(input, entry.maxBytes)) return refuse('tooLarge', { maxBytes: entry.maxBytes });
      try {
        const parsed = entry.input.safeParse(input);
        if (!parsed.success) return refuse('badInput', firstProblem(parsed.error.issues));
        const given = answer.safeParse(await dispatch(name, parsed.data));
        return given.success ? (given.data as Answer<unknown>) : internal(new BrokenAnswer(name));
      } catch (error) {
        return internal(error);
      }
    };
  };
  const calls = Object.entries(contract).filter(([, entry]) => entry.kind !== 'event');
  return new Map(calls.map(([name, entry]) => [name, guard(name, entry)]));
}

/** A handler gave an answer that its own contract does not allow. */
class BrokenAnswer extends Error {}
