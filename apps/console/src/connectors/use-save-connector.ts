import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';

/** Saves a part of a configuration; all that is known of connectors is then read again. */
export function useSaveConnector() {
  const queries = useQueryClient();
  return useMutation(
    trpc.connectors.save.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.connectors.pathKey() }),
    }),
  );
}
