import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.ts';

/** Saves some rules of a connection; what they change of samples and statuses is read again before it is done. */
export function useSavePolicies() {
  const queries = useQueryClient();
  return useMutation(
    trpc.connectors.savePolicies.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.connectors.pathFilter()),
    }),
  );
}
