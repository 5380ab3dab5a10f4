import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type CallError, type CallOf, callOrThrow, type Given, type Sent } from './bridge.ts';
import { useErrorNotice } from './useErrorNotice.ts';

export type Command<Name extends CallOf<'query' | 'command' | 'action' | 'job'>> = {
  /** Gives the value, or undefined after a failure, which was then shown unless `quiet`. */
  readonly run: (input: Sent<Name>) => Promise<Given<Name> | undefined>;
  readonly running: boolean;
  readonly error: CallError | null;
  readonly reset: () => void;
};

/**
 * Sends a command or action. What it wrote comes back through `data.changed`, so nobody refreshes by hand. With
 * `quiet` the caller shows `error` in its own form; otherwise a notification does.
 */
export const useCommand = <Name extends CallOf<'query' | 'command' | 'action'>>(
  name: Name,
  options: { readonly quiet?: boolean } = {},
): Command<Name> => {
  const notify = useErrorNotice();
  const { mutateAsync, isPending, error, reset } = useMutation<Given<Name>, CallError, Sent<Name>>({
    mutationFn: (input) => callOrThrow(name, input),
  });
  const quiet = options.quiet ?? false;
  const run = useCallback(
    (input: Sent<Name>) =>
      mutateAsync(input).catch((failure: CallError) => {
        if (!quiet) notify(failure);
        return undefined;
      }),
    [mutateAsync, notify, quiet],
  );
  return { run, running: isPending, error, reset };
};
