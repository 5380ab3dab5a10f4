import { useCallback, useEffect, useRef, useState } from 'react';
import { CallError, type CallOf, call, type Given, listen, type Sent } from './bridge.ts';
import { useErrorNotice } from './useErrorNotice.ts';

export type Progress = { readonly phase: string; readonly done: number; readonly total: number | null };

export type Job<Name extends CallOf<'job'>> = {
  readonly run: (input: Sent<Name>) => Promise<Given<Name> | undefined>;
  readonly cancel: () => void;
  readonly running: boolean;
  /** Null before the first report and after the end. */
  readonly progress: Progress | null;
  readonly error: CallError | null;
};

/** Runs a job of the contract, with its progress and a way to stop it. One at a time for each place that uses it. */
export const useJob = <Name extends CallOf<'job'>>(
  name: Name,
  options: { readonly quiet?: boolean } = {},
): Job<Name> => {
  const notify = useErrorNotice();
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const id = useRef<string | null>(null);
  const quiet = options.quiet ?? false;

  useEffect(() => {
    if (!running) return;
    return listen('job.progress', ({ job, phase, done, total }) => {
      if (job !== name && !job.startsWith(`${name}:`)) return;
      id.current = job;
      setProgress({ phase, done, total });
    });
  }, [running, name]);

  const run = useCallback(
    async (input: Sent<Name>) => {
      setRunning(true);
      setError(null);
      const answer = await call(name, input);
      setRunning(false);
      setProgress(null);
      id.current = null;
      if (answer.ok) return answer.value;
      const failure = new CallError(answer.error);
      setError(failure);
      if (!quiet) notify(failure);
      return undefined;
    },
    [name, notify, quiet],
  );
  const cancel = useCallback(() => {
    void call('job.cancel', { job: id.current ?? name });
  }, [name]);

  return { run, cancel, running, progress, error };
};
