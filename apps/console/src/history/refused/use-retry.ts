import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { trpc } from '../../api/trpc.ts';

/** Tries refused records again, in a run of its own, and goes to where it can be followed. */
export function useRetry() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation(
    trpc.runs.startRetry.mutationOptions({
      onSuccess: async ({ data }) => {
        await navigate({ to: '/historique/$runId', params: { runId: String(data.id) } });
        await queries.invalidateQueries(trpc.runs.pathFilter());
      },
    }),
  );
}
