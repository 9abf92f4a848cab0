import type { AppRouter } from '@passerelle/contracts/router';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { keyWanted } from './api-key.ts';

/** An answer that the API itself gave, as opposed to no answer at all. */
export function isRefusal(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError && error.data != null;
}

function onError(error: Error): void {
  if (isRefusal(error) && error.data?.code === 'unauthorized') keyWanted();
}

/** What was read, kept half a minute: going back repeats no request. A refusal is never tried again by itself. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => !isRefusal(error) && count < 1,
      retryDelay: 500,
    },
  },
});
