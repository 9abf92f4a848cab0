import type { ConnectorConfig } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.ts';
import { Answer } from '../../display/answer.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { Step } from '../step.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { ScheduleState } from './schedule-state.tsx';

/** When a connection synchronises by itself: what it does now, and the form that changes it. */
export function ScheduleStep({ config: { provider } }: { config: ConnectorConfig }) {
  const { t } = useTranslate();
  const query = useQuery(trpc.connectors.schedule.queryOptions({ provider }));
  return (
    <Step number={6} title={t('connectors.schedule')} isDone={query.data?.data?.enabled === true}>
      <Answer query={query} height={320}>
        {({ data }) => (
          <>
            {data && <ScheduleState schedule={data} />}
            <ScheduleForm key={data?.updated_at} provider={provider} saved={data} />
          </>
        )}
      </Answer>
    </Step>
  );
}
