import { Button, Group } from '@mantine/core';
import type { Plan, Provider } from '@passerelle/contracts';
import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { Failure } from '../display/failure.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './plan.module.css';
import { PlanRecords } from './plan-records.tsx';

const POLL_MS = 700;

/** What a run would do: counts, cost, then record by record; and the button that lets it. */
export function PlanView({ id }: { id: number }) {
  const query = useQuery(
    trpc.plans.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.data.state === 'planning' ? POLL_MS : false) },
    ),
  );
  return (
    <Answer query={query} height={320}>
      {({ data }) => <Preview plan={data} />}
    </Answer>
  );
}

function Preview({ plan }: { plan: Plan }) {
  const { t } = useTranslate();
  const format = useFormat();
  if (plan.state === 'planning') {
    return (
      <Panel title={t('sync.plan')}>
        <StateBadge state="running">{t('sync.planning')}</StateBadge>
      </Panel>
    );
  }
  if (plan.state !== 'ready') {
    return (
      <Panel title={t('sync.plan')}>
        <StateBadge state={plan.state === 'failed' ? 'failed' : 'waiting'}>
          {plan.message ?? t('sync.expired')}
        </StateBadge>
      </Panel>
    );
  }
  const { read, write } = plan.requests;
  return (
    <>
      <Panel
        title={t('sync.plan')}
        note={t('sync.cost', {
          calls: format.number(read + write),
          time: format.seconds(plan.expected_seconds),
        })}
        action={<Apply plan={plan} />}
      >
        <dl className={classes.counts}>
          {(['create', 'update', 'unchanged', 'conflict', 'refused'] as const).map((kind) => (
            <div key={kind}>
              <dt>{t(`sync.kind.${kind}`)}</dt>
              <dd>{format.number(plan.counts[kind])}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <PlanRecords plan={plan} />
    </>
  );
}

/** Starts what was previewed, and goes to where it can be followed. */
function Apply({ plan }: { plan: Plan }) {
  const { t } = useTranslate();
  const navigate = useNavigate();
  const start = useMutation(
    trpc.sync.start.mutationOptions({
      onSuccess: ({ data }) =>
        void navigate({ to: '/historique/$runId', params: { runId: String(data.id) } }),
    }),
  );
  const { create, update, conflict } = plan.counts;
  const count = create + update + conflict;
  const provider: Provider | undefined = PROVIDERS.find((one) => one === plan.provider);
  if (count === 0 || provider === undefined) {
    return <StateBadge state="success">{t('sync.nothing')}</StateBadge>;
  }
  return (
    <Group gap="xs">
      {start.isError && <Failure error={start.error} />}
      <Button loading={start.isPending} onClick={() => start.mutate({ provider, direction: plan.direction })}>
        {t(`sync.apply.${plan.direction}`, { count })}
      </Button>
    </Group>
  );
}
