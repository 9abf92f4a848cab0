import { useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';

/** To be called when deals were written: what was read of them, and every figure, is read again. */
export function useDealsChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: trpc.deals.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.analytics.pathKey() }),
    ]);
}
