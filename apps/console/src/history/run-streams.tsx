import { useDocumentVisibility } from '@mantine/hooks';
import type { Run } from '@passerelle/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { trpc } from '../api/trpc.ts';
import { useRunningRuns } from './use-running-runs.ts';

/**
 * Follows the runs that go on, wherever a person is in the console: what each stream tells is put where pages read it. A
 * browser opens few streams to one server: one for a run, and none for a page that nobody looks at.
 */
export function RunStreams() {
  const running = useRunningRuns();
  const isLookedAt = useDocumentVisibility() === 'visible';
  return isLookedAt ? running.map(({ id }) => <RunStream key={id} id={id} />) : null;
}

function RunStream({ id }: { id: number }) {
  const queries = useQueryClient();
  useSubscription(
    trpc.runs.events.subscriptionOptions(
      { id },
      {
        onData: ({ data }) => {
          const run: Run = data;
          queries.setQueryData(trpc.runs.get.queryKey({ id }), { success: true, data: run });
          if (run.state !== 'running') void queries.invalidateQueries(trpc.runs.list.pathFilter());
        },
      },
    ),
  );
  return null;
}
