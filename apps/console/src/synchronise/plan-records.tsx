import type { Plan, PlanRecord } from '@passerelle/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { providerTitle } from '../connectors/provider-title.ts';
import classes from '../display/record.module.css';
import { RecordsPanel } from '../display/records-panel.tsx';
import { FieldChanges } from '../history/field-changes.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { PlanConflict } from './plan-conflict.tsx';
import { kindsOf, type PlanKind, wordOfKind } from './plan-kinds.ts';

const PAGE = 25;
/** What needs a look comes first, what is left alone last. */
const FIRST: readonly PlanKind[] = ['refused', 'kept', 'conflict', 'archive'];

/** The records of a preview by what would become of them, each field before and after. */
export function PlanRecords({ plan }: { plan: Plan }) {
  const { t } = useTranslate();
  const kinds = kindsOf(plan)
    .toSorted((one, other) => Number(FIRST.includes(other)) - Number(FIRST.includes(one)))
    .map((kind) => ({ kind, word: t(wordOfKind(kind, plan)), count: plan.counts[kind] }))
    .filter(({ count }) => count > 0);
  const [chosen, setChosen] = useState((kinds.find(({ kind }) => kind !== 'unchanged') ?? kinds[0])?.kind);
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
    <RecordsPanel
      title={t('sync.records')}
      label={t('sync.kinds')}
      kinds={kinds}
      chosen={chosen}
      choose={setChosen}
      query={query}
    >
      {(record) => <Row key={record.position} record={record} vendor={providerTitle(plan.provider)} />}
    </RecordsPanel>
  );
}

function Row({ record, vendor }: { record: PlanRecord; vendor: string }) {
  const { t } = useTranslate();
  return (
    <li className={classes.record}>
      <div className={classes.head}>
        <span className={classes.name}>{record.name ?? record.external_id ?? t('history.unnamed')}</span>
      </div>
      {record.reason && <p className={classes.reason}>{record.reason}</p>}
      {record.conflicts.map((conflict) => (
        <PlanConflict key={conflict.field} conflict={conflict} vendor={vendor} />
      ))}
      <FieldChanges
        changes={record.changes.filter(({ field, before }) => field !== 'client' || before !== null)}
      />
    </li>
  );
}
