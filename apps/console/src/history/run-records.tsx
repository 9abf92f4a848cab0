import { Button, Group } from '@mantine/core';
import type { Run, RunRecord } from '@passerelle/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { Panel } from '../display/panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { FieldChanges } from './field-changes.tsx';
import classes from './history.module.css';

const PAGE = 50;
const BADGES = { created: 'success', updated: 'running', unchanged: 'waiting', failed: 'failed' } as const;

/** What a run did with each record, field by field; refused ones first to be looked at. */
export function RunRecords({ id, run }: { id: number; run: Run }) {
  const { t } = useTranslate();
  const format = useFormat();
  const counts = {
    failed: run.records_failed,
    created: run.records_created,
    updated: run.records_updated,
    unchanged: run.records_unchanged,
  };
  const kinds = (Object.keys(counts) as (keyof typeof counts)[]).filter((kind) => counts[kind] > 0);
  const [chosen, setChosen] = useState(kinds[0]);
  const query = useInfiniteQuery(
    trpc.runs.records.infiniteQueryOptions(
      { id, limit: PAGE, ...(chosen ? { outcome: chosen } : {}) },
      {
        getNextPageParam: ({ data }) => (data.length === PAGE ? data.at(-1)?.position : undefined),
        enabled: chosen !== undefined,
      },
    ),
  );
  if (chosen === undefined) return null;
  return (
    <Panel
      title={t('history.records')}
      action={
        <Group gap={4} role="group" aria-label={t('history.outcomes')}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant={kind === chosen ? 'light' : 'subtle'}
              aria-pressed={kind === chosen}
              onClick={() => setChosen(kind)}
            >
              {t(`history.outcome.${kind}`)} ({format.number(counts[kind])})
            </Button>
          ))}
        </Group>
      }
    >
      <Answer query={query} height={240}>
        {({ pages }) => (
          <ul className={classes.list}>
            {pages
              .flatMap(({ data }) => data)
              .map((record) => (
                <Record key={record.position} record={record} />
              ))}
          </ul>
        )}
      </Answer>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      )}
    </Panel>
  );
}

function Record({ record }: { record: RunRecord }) {
  const { t } = useTranslate();
  const { name, outcome, reason, changes, deal_id, external_id } = record;
  const title = name ?? external_id ?? t('history.unnamed');
  return (
    <li className={classes.record}>
      <div className={classes.head}>
        {deal_id === null ? (
          <span className={classes.name}>{title}</span>
        ) : (
          <Link to="/deals" search={{ deal: String(deal_id) }} className={classes.link}>
            {title}
          </Link>
        )}
        <StateBadge state={BADGES[outcome]}>{t(`history.one.${outcome}`)}</StateBadge>
      </div>
      {reason && <p className={classes.reason}>{reason}</p>}
      {changes && (
        <FieldChanges
          changes={Object.entries(changes)
            .map(([field, values]) => ({ field, ...values }))
            .filter(({ field, before }) => field !== 'client' || before !== null)}
        />
      )}
    </li>
  );
}
