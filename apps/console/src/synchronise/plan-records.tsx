import { Button, Group } from '@mantine/core';
import type { Plan, PlanRecord } from '@passerelle/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { providerTitle } from '../connectors/provider-title.ts';
import { Answer } from '../display/answer.tsx';
import { Panel } from '../display/panel.tsx';
import { FieldChanges } from '../history/field-changes.tsx';
import history from '../history/history.module.css';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { PlanConflict } from './plan-conflict.tsx';

const PAGE = 25;
/** What needs a look comes first. */
const KINDS = ['refused', 'conflict', 'create', 'update', 'unchanged'] as const;

/** The records of a preview by what would become of them, each field before and after. */
export function PlanRecords({ plan }: { plan: Plan }) {
  const { t } = useTranslate();
  const format = useFormat();
  const kinds = KINDS.filter((kind) => plan.counts[kind] > 0);
  const [chosen, setChosen] = useState(kinds.find((kind) => kind !== 'unchanged') ?? kinds[0]);
  const query = useInfiniteQuery(
    trpc.plans.records.infiniteQueryOptions(
      { id: plan.id, limit: PAGE, ...(chosen ? { kind: chosen } : {}) },
      {
        getNextPageParam: ({ data }) => (data.length === PAGE ? data.at(-1)?.position : undefined),
        enabled: chosen !== undefined,
      },
    ),
  );
  if (chosen === undefined) return null;
  return (
    <Panel
      title={t('sync.records')}
      action={
        <Group gap={4} role="group" aria-label={t('sync.kinds')}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant={kind === chosen ? 'light' : 'subtle'}
              aria-pressed={kind === chosen}
              onClick={() => setChosen(kind)}
            >
              {t(`sync.kind.${kind}`)} ({format.number(plan.counts[kind])})
            </Button>
          ))}
        </Group>
      }
    >
      <Answer query={query} height={240}>
        {({ pages }) => (
          <ul className={history.list}>
            {pages
              .flatMap(({ data }) => data)
              .map((record) => (
                <Row key={record.position} record={record} vendor={providerTitle(plan.provider)} />
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

function Row({ record, vendor }: { record: PlanRecord; vendor: string }) {
  const { t } = useTranslate();
  return (
    <li className={history.record}>
      <div className={history.head}>
        <span className={history.name}>{record.name ?? record.external_id ?? t('history.unnamed')}</span>
      </div>
      {record.reason && <p className={history.reason}>{record.reason}</p>}
      {record.conflicts.map((conflict) => (
        <PlanConflict key={conflict.field} conflict={conflict} vendor={vendor} />
      ))}
      <FieldChanges
        changes={record.changes.filter(({ field, before }) => field !== 'client' || before !== null)}
      />
    </li>
  );
}
