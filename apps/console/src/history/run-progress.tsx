import { Button, Progress } from '@mantine/core';
import type { Run } from '@passerelle/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Failure } from '../display/failure.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './history.module.css';

/** Where a run is: phase, done of total, rate, time left, and why it waits when it does. */
export function RunProgress({ run }: { run: Run }) {
  const { t } = useTranslate();
  const format = useFormat();
  const queries = useQueryClient();
  const cancel = useMutation(
    trpc.runs.cancel.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.runs.pathKey() }),
    }),
  );
  const { phase, done, total, rate, time_left_seconds, wait } = run;
  const percent = total === null || total === 0 ? null : Math.min(100, (done / total) * 100);
  return (
    <Panel
      title={t(`history.phase.${phase}`)}
      note={<StateBadge state="running">{t('history.state.running')}</StateBadge>}
      action={
        <Button
          variant="default"
          size="xs"
          disabled={run.is_cancelling}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id: run.id })}
        >
          {t(run.is_cancelling ? 'history.cancelling' : 'history.cancel')}
        </Button>
      }
    >
      <div className={classes.progress}>
        <Progress
          value={percent ?? 100}
          animated={percent === null}
          aria-label={t(`history.phase.${phase}`)}
          size="sm"
        />
        <p className={classes.line}>
          <span>
            {total === null
              ? t('history.done', { done: format.number(done) })
              : t('history.doneOf', { done: format.number(done), total: format.number(total) })}
          </span>
          {rate !== null && <span>{t('history.rate', { rate: format.number(Math.round(rate)) })}</span>}
          {time_left_seconds !== null && (
            <span>{t('history.left', { time: format.seconds(time_left_seconds) })}</span>
          )}
        </p>
        <p className={classes.line}>
          {t('history.written', { count: run.records_created + run.records_updated })}
        </p>
        {wait && (
          <p className={classes.line} role="status">
            <StateBadge state="waiting">{`${wait.message} ${t('history.until', { time: format.time(wait.until) })}`}</StateBadge>
          </p>
        )}
        {cancel.isError && <Failure error={cancel.error} />}
      </div>
    </Panel>
  );
}
