import { Button, Group, Stack } from '@mantine/core';
import type { Run } from '@passerelle/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { trpc } from '../api/trpc.ts';
import { providerTitle } from '../connectors/provider-title.ts';
import { Answer } from '../display/answer.tsx';
import { Facts } from '../display/facts.tsx';
import { Failure } from '../display/failure.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { Page } from '../frame/page.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { durationOf } from './duration.ts';
import classes from './history.module.css';
import { RunProgress } from './run-progress.tsx';
import { RunRecords } from './run-records.tsx';
import { stateOfRun } from './run-words.ts';
import { useRun } from './use-run.ts';

const OUTCOMES = ['created', 'updated', 'unchanged', 'failed'] as const;

/** One run: its progress while it goes on, then what it did, record by record. A reload finds it where it is. */
export function RunPage() {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const { runId = '' } = useParams({ strict: false });
  const query = useRun(Number(runId));
  const isOver = query.data !== undefined && query.data.data.state !== 'running';
  const isRunning = query.data?.data.state === 'running';
  // A run that has just begun is followed at once.
  useEffect(() => {
    if (isRunning) void queries.invalidateQueries(trpc.runs.list.pathFilter());
  }, [isRunning, queries]);
  // What a run wrote is everywhere: figures, deals, history.
  useEffect(() => {
    if (!isOver) return;
    for (const key of [trpc.deals.pathKey(), trpc.analytics.pathKey(), trpc.runs.list.pathKey()]) {
      void queries.invalidateQueries({ queryKey: key });
    }
  }, [isOver, queries]);
  const run = query.data?.data;
  return (
    <Page
      title={
        run
          ? t(`history.direction.${run.direction}`, { provider: providerTitle(run.provider) })
          : t('history.run')
      }
      action={isOver && <LinkButton to="/">{t('history.dashboard')}</LinkButton>}
    >
      <Answer query={query} height={320}>
        {({ data }) => (
          <Stack gap="md">
            {data.state === 'running' ? <RunProgress run={data} /> : <Result run={data} />}
            {data.state !== 'running' && <RunRecords run={data} />}
          </Stack>
        )}
      </Answer>
    </Page>
  );
}

function Result({ run }: { run: Run }) {
  const { t } = useTranslate();
  const format = useFormat();
  const queries = useQueryClient();
  const resume = useMutation(
    trpc.runs.resume.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.runs.pathKey() }),
    }),
  );
  const { badge, word } = stateOfRun(run);
  return (
    <Panel
      title={t('history.result')}
      note={
        <Group gap="xs" component="span">
          <StateBadge state={badge}>{t(`history.state.${word}`)}</StateBadge>
          <time dateTime={run.started_at} title={format.exactTime(run.started_at)}>
            {format.time(run.started_at)}
          </time>
          <span>{durationOf(run, format)}</span>
        </Group>
      }
      action={
        run.can_resume && (
          <Button
            variant="default"
            size="xs"
            loading={resume.isPending}
            onClick={() => resume.mutate({ id: run.id })}
          >
            {t('history.resume')}
          </Button>
        )
      }
    >
      <Facts
        facts={OUTCOMES.map((name) => ({
          name: t(`history.outcome.${name}`),
          value: format.number(run[`records_${name}`]),
        }))}
      />
      {run.message && <p className={classes.message}>{run.message}</p>}
      {run.unknown_statuses.length > 0 && (
        <p className={classes.message}>
          {t('history.unknownStatuses', { names: run.unknown_statuses.slice(0, 10).join(', ') })}
        </p>
      )}
      {resume.isError && <Failure error={resume.error} />}
    </Panel>
  );
}
