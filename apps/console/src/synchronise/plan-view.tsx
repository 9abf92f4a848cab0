import type { Plan } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { Facts } from '../display/facts.tsx';
import { Panel } from '../display/panel.tsx';
import record from '../display/record.module.css';
import { StateBadge } from '../display/state-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { ApplyPlan } from './apply-plan.tsx';
import { kindsOf, wordOfKind } from './plan-kinds.ts';
import { PlanOver } from './plan-over.tsx';
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
  const title = t(plan.direction === 'undo' ? 'sync.plan.undo' : 'sync.plan');
  if (plan.state === 'planning') {
    return (
      <Panel title={title}>
        <StateBadge state="running">{t('sync.planning')}</StateBadge>
      </Panel>
    );
  }
  if (plan.state !== 'ready') return <PlanOver plan={plan} />;
  const { read, write } = plan.requests;
  return (
    <>
      <Panel
        title={title}
        note={t('sync.cost', {
          calls: format.number(read + write),
          time: format.seconds(plan.expected_seconds),
        })}
        action={<ApplyPlan plan={plan} />}
      >
        {plan.message && <p className={record.reason}>{plan.message}</p>}
        <Facts
          facts={kindsOf(plan)
            .filter((kind) => kind !== 'archive' || plan.counts.archive > 0)
            .map((kind) => ({
              name: t(wordOfKind(kind, plan)),
              value: format.number(plan.counts[kind]),
            }))}
        />
      </Panel>
      <PlanRecords plan={plan} />
    </>
  );
}
