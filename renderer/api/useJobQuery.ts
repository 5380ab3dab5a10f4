import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type CallError, type CallOf, call, callOrThrow, type Given, listen, type Sent } from './bridge.ts';
import type { Progress } from './useJob.ts';

export type JobQuery<T> = {
  readonly query: UseQueryResult<T, CallError>;
  /** Null before the first report and after the end. */
  readonly progress: Progress | null;
  readonly cancel: () => void;
};

/** When the last run of each job has ended: the shell runs one of a name at a time. */
const ended = new Map<string, Promise<unknown>>();

/** Runs a job once the one before it has ended; `signal` stops it, or keeps it from beginning. */
function inTurn<Name extends CallOf<'job'>>(
  name: Name,
  input: Sent<Name>,
  signal: AbortSignal,
): Promise<Given<Name>> {
  const stop = () => void call('job.cancel', { job: name });
  const run = async () => {
    signal.throwIfAborted();
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await callOrThrow(name, input);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
  const running = (ended.get(name) ?? Promise.resolve()).then(run);
  ended.set(
    name,
    running.catch(() => undefined),
  );
  return running;
}

/**
 * Reads by a job of the contract what takes too long for a query: kept fresh on `data.changed` likewise, stopped when
 * another input is asked or nobody looks any more.
 */
export function useJobQuery<Name extends CallOf<'job'>>(
  name: Name,
  input: Sent<Name>,
): JobQuery<Given<Name>> {
  const [progress, setProgress] = useState<Progress | null>(null);
  const query = useQuery<Given<Name>, CallError>({
    queryKey: [name, input],
    queryFn: ({ signal }) => inTurn(name, input, signal),
  });
  const running = query.isFetching;
  useEffect(() => {
    if (!running) return;
    const end = listen('job.progress', ({ job, phase, done, total }) => {
      if (job === name) setProgress({ phase, done, total });
    });
    return () => {
      end();
      setProgress(null);
    };
  }, [running, name]);
  return { query, progress, cancel: () => void call('job.cancel', { job: name }) };
}
