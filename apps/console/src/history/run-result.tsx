import { Button, Group } from '@mantine/core';
import type { Run } from '@passerelle/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { Facts } from '../display/facts.tsx';
import { Failure } from '../display/failure.tsx';
import { Icon } from '../display/icon.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { durationOf } from './duration.ts';
import classes from './history.module.css';
import { outcomesOf } from './outcomes-of.ts';
import { RelatedRuns } from './related-runs.tsx';
import { stateOfRun } from './run-words.ts';

/** What a run came to, and what can be done about it now. */
export function RunResult({ run }: { run: Run }) {
  const { t } = useTranslate();
  const format = useFormat();
  const queries = useQueryClient();
  const resume = useMutation(
    trpc.runs.resume.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.runs.pathKey() }),
    }),
  );
  const navigate = useNavigate();
  const undo = useMutation(
    trpc.runs.undo.mutationOptions({
      onSuccess: ({ data }) => void navigate({ to: '.', search: { undo: data.id } }),
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
        <Group gap="xs">
          {run.can_resume && (
            <Button
              variant="default"
              size="xs"
              loading={resume.isPending}
              onClick={() => resume.mutate({ id: run.id })}
            >
              {t('history.resume')}
            </Button>
          )}
          {run.can_undo && (
            <Button
              variant="default"
              size="xs"
              leftSection={<Icon name="undo" size={14} />}
              loading={undo.isPending}
              onClick={() => undo.mutate({ id: run.id })}
            >
              {t('history.undo')}
            </Button>
          )}
        </Group>
      }
    >
      <Facts
        facts={outcomesOf(run).map(({ kind, count }) => ({
          name: t(`history.outcome.${kind}`),
          value: format.number(count),
        }))}
      />
      {run.message && <p className={classes.message}>{run.message}</p>}
      {run.unknown_statuses.length > 0 && (
        <p className={classes.message}>
          {t('history.unknownStatuses', { names: run.unknown_statuses.slice(0, 10).join(', ') })}
        </p>
      )}
      <RelatedRuns run={run} />
      {resume.isError && <Failure error={resume.error} />}
      {undo.isError && <Failure error={undo.error} />}
    </Panel>
  );
}
