import type { Run } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';

/** Often enough to see a run begin elsewhere, rarely enough to cost nothing. */
const POLL_MS = 5000;

/** The runs that go on, whoever started them. */
export function useRunningRuns(): readonly Run[] {
  const latest = useQuery(trpc.runs.list.queryOptions({ limit: 5 }, { refetchInterval: POLL_MS }));
  return latest.data?.data.filter(({ state }) => state === 'running') ?? [];
}
