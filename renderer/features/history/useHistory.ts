import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { INTENT_ACTIONS } from '#shared/log/change.ts';
import { type CallError, callOrThrow, type Given } from '../../api/bridge.ts';

export type Action = (typeof INTENT_ACTIONS)[number];
export type Filters = {
  readonly author?: string;
  readonly action?: Action;
  readonly from?: string;
  readonly to?: string;
  readonly record?: string;
};
type Page = Given<'history.list'>;
export type Entry = Page['entries'][number];

const PAGE = 50;

/** The history by pages of fifty, newest first. */
export const useHistory = (logId: string, filters: Filters) => {
  const query = useInfiniteQuery<Page, CallError, InfiniteData<Page>, readonly unknown[], number | undefined>(
    {
      queryKey: ['history.list', { logId, ...filters }],
      initialPageParam: undefined,
      queryFn: ({ pageParam }) =>
        callOrThrow('history.list', {
          logId,
          ...filters,
          limit: PAGE,
          ...(pageParam === undefined ? {} : { before: pageParam }),
        }),
      getNextPageParam: (last) => (last.more ? last.entries.at(-1)?.seq : undefined),
      placeholderData: keepPreviousData,
    },
  );
  const pages = query.data?.pages ?? [];
  return {
    entries: pages.flatMap((page) => page.entries),
    authors: pages[0]?.authors ?? [],
    loading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    loadingMore: query.isFetchingNextPage,
  };
};
