import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type CallError, type CallOf, callOrThrow, type Given, type Sent } from './bridge.ts';

type Readable = CallOf<'query' | 'action'>;

/**
 * Reads by a query of the contract and keeps it fresh on `data.changed`. `enabled: false` waits; `keep` goes on showing
 * the earlier answer while a new input is read (filters, time travel).
 */
export const useQueryCall = <Name extends Readable>(
  name: Name,
  input: Sent<Name>,
  options: { readonly enabled?: boolean; readonly keep?: boolean } = {},
): UseQueryResult<Given<Name>, CallError> =>
  useQuery<Given<Name>, CallError>({
    queryKey: [name, input],
    queryFn: () => callOrThrow(name, input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
