import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

/**
 * Reads a list page after page. The library's own way adds fields to the input that no schema of the contract takes, so the
 * pages are asked for here.
 */
export function usePages<Page extends { readonly data: readonly unknown[] }>(options: PagesOptions<Page>) {
  const { queryKey, read, pageSize, cursorOf, enabled = true, refetchMs } = options;
  return useInfiniteQuery({
    queryKey: [...queryKey, 'pages'],
    queryFn: ({ pageParam }: { pageParam: number | undefined }) => read(pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.data.length === pageSize ? cursorOf(page) : undefined),
    enabled,
    refetchInterval: ({ state }) => (state.data ? (refetchMs?.(state.data.pages) ?? false) : false),
  });
}

interface PagesOptions<Page> {
  readonly queryKey: QueryKey;
  /** Reads the page behind a cursor; the first without one. */
  readonly read: (cursor: number | undefined) => Promise<Page>;
  readonly pageSize: number;
  /** Where the page after this one begins. */
  readonly cursorOf: (page: Page) => number | undefined;
  readonly enabled?: boolean;
  /** How long until everything is read again; `false` for never. */
  readonly refetchMs?: (pages: readonly Page[]) => number | false;
}
