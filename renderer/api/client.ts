import { QueryClient } from '@tanstack/react-query';
import { listen } from './bridge.ts';

/** What was read stays until the shell says that data changed; nothing is tried again by itself. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

const touches = (input: unknown, logId: string | null): boolean => {
  if (logId === null || typeof input !== 'object' || input === null || !('logId' in input)) return true;
  return input.logId === null || input.logId === logId;
};

/**
 * Refreshes what is shown when something was written: the case's own queries and those over all cases. How the app
 * itself stands is asked again only by those who open or lock a vault.
 */
export const refreshOnChange = (client: QueryClient): (() => void) =>
  listen('data.changed', ({ logId }) => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [name, input] }) => name !== 'app.status' && touches(input, logId),
    });
  });
