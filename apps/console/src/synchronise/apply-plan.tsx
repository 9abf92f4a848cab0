import { Button, Group } from '@mantine/core';
import type { Plan } from '@passerelle/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { writtenBy } from './plan-kinds.ts';

/** Does exactly what was previewed, and goes to where it can be followed; or says what has changed since. */
export function ApplyPlan({ plan }: { plan: Plan }) {
  const { t } = useTranslate();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const start = useMutation(
    trpc.plans.start.mutationOptions({
      onSuccess: ({ data }) =>
        void navigate({ to: '/historique/$runId', params: { runId: String(data.id) } }),
      // Applied or refused, the plan is not what it was.
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(trpc.plans.pathFilter()),
          queries.invalidateQueries(trpc.runs.pathFilter()),
        ]),
    }),
  );
  const count = writtenBy(plan);
  if (count === 0) {
    return (
      <StateBadge state="success">
        {t(plan.direction === 'undo' ? 'sync.nothing.undo' : 'sync.nothing')}
      </StateBadge>
    );
  }
  return (
    <Group gap="xs">
      {start.isError && <Failure error={start.error} />}
      <Button loading={start.isPending} onClick={() => start.mutate({ id: plan.id })}>
        {t(`sync.apply.${plan.direction}`, { count })}
      </Button>
    </Group>
  );
}
