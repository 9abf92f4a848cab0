import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';

/** Saves part of a configuration; whatever was read of connections is then read again. */
export function useSaveConnector() {
  const queries = useQueryClient();
  return useMutation(
    trpc.connectors.save.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.connectors.pathFilter()),
    }),
  );
}
