import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';

/** Without news for this long, a run that goes on is asked for: its stream may be broken. */
const SILENCE_MS = 3000;

/** One run, kept up to date by its stream, or by asking where there is none. */
export function useRun(id: number) {
  return useQuery(
    trpc.runs.get.queryOptions(
      { id },
      // Each event that comes begins the wait again.
      { refetchInterval: ({ state }) => (state.data?.data.state === 'running' ? SILENCE_MS : false) },
    ),
  );
}
