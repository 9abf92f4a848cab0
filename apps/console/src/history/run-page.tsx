import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { trpc } from '../api/trpc.ts';
import { providerTitle } from '../connectors/provider-title.ts';
import { Answer } from '../display/answer.tsx';
import { LinkButton } from '../display/link-button.tsx';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { PlanView } from '../synchronise/plan-view.tsx';
import { RunExchanges } from './run-exchanges.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunRecords } from './run-records.tsx';
import { RunResult } from './run-result.tsx';
import type { RunSearch } from './run-search.ts';
import { useRun } from './use-run.ts';

/** One run: its progress while it goes on, then what it did, record by record. A reload finds it where it is. */
export function RunPage() {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const { runId = '' } = useParams({ strict: false });
  const { undo }: RunSearch = useSearch({ strict: false });
  const query = useRun(Number(runId));
  const isOver = query.data !== undefined && query.data.data.state !== 'running';
  const originId = query.data?.data.origin_run_id;
  const isRunning = query.data?.data.state === 'running';
  // A run that has just begun is followed at once.
  useEffect(() => {
    if (isRunning) void queries.invalidateQueries(trpc.runs.list.pathFilter());
  }, [isRunning, queries]);
  // What a run wrote is everywhere: figures, deals, history, the run that it took back, the plan that it came from.
  useEffect(() => {
    if (!isOver) return;
    for (const filter of [
      trpc.deals,
      trpc.analytics,
      trpc.plans,
      trpc.deletions,
      trpc.conflicts,
      trpc.runs.list,
    ].map((one) => one.pathFilter())) {
      void queries.invalidateQueries(filter);
    }
    if (originId) void queries.invalidateQueries(trpc.runs.get.queryFilter({ id: originId }));
  }, [isOver, originId, queries]);
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
            {data.state === 'running' ? <RunProgress run={data} /> : <RunResult run={data} />}
            {undo && <PlanView key={undo} id={undo} />}
            {data.state !== 'running' && !undo && <RunRecords run={data} />}
            {data.state !== 'running' && !undo && (
              <div id="echanges">
                <RunExchanges runId={data.id} />
              </div>
            )}
          </Stack>
        )}
      </Answer>
    </Page>
  );
}
