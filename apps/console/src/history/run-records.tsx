import type { Run, RunRecord } from '@passerelle/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { trpc } from '../api/trpc.ts';
import classes from '../display/record.module.css';
import { RecordsPanel } from '../display/records-panel.tsx';
import { StateBadge } from '../display/state-badge.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { FieldChanges } from './field-changes.tsx';
import { outcomesOf } from './outcomes-of.ts';
import { Correction } from './refused/correction.tsx';
import { RefusedCauses } from './refused/refused-causes.tsx';

const PAGE = 50;
const BADGES = {
  created: 'success',
  updated: 'running',
  archived: 'partial',
  unchanged: 'waiting',
  failed: 'failed',
  reversed: 'success',
  kept: 'waiting',
} as const;

/** What a run did with each record, field by field. */
export function RunRecords({ run }: { run: Run }) {
  const { t } = useTranslate();
  // What needs a look comes first.
  const kinds = outcomesOf(run)
    .toSorted((one, other) => Number(other.kind === 'failed') - Number(one.kind === 'failed'))
    .map(({ kind, count }) => ({ kind, word: t(`history.outcome.${kind}`), count }))
    .filter(({ count }) => count > 0);
  const [asked, setAsked] = useState(kinds[0]?.kind);
  // A run that is taken up again may have no refused record left.
  const chosen = kinds.some(({ kind }) => kind === asked) ? asked : kinds[0]?.kind;
  const query = useInfiniteQuery(
    trpc.runs.records.infiniteQueryOptions(
      { id: run.id, limit: PAGE, ...(chosen ? { outcome: chosen } : {}) },
      {
        getNextPageParam: ({ data }) => (data.length === PAGE ? data.at(-1)?.position : undefined),
        enabled: chosen !== undefined,
      },
    ),
  );
  if (chosen === undefined) return null;
  const canRetry = run.direction !== 'undo';
  return (
    <RecordsPanel
      title={t('history.records')}
      label={t('history.outcomes')}
      kinds={kinds}
      chosen={chosen}
      choose={setAsked}
      query={query}
      lead={chosen === 'failed' && canRetry && <RefusedCauses runId={run.id} />}
    >
      {(record) => (
        <Record key={record.position} record={record} isWritten={run.direction !== 'import'}>
          {record.outcome === 'failed' && canRetry && <Correction runId={run.id} record={record} />}
        </Record>
      )}
    </RecordsPanel>
  );
}

/** What became of one record. */
function Record({ record, isWritten, children }: RecordProps) {
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
        {isWritten && external_id !== null && (
          <Link
            to="."
            search={{ mention: external_id }}
            hash="echanges"
            className={classes.link}
            aria-label={t('history.exchanges.seeOf', { record: title })}
          >
            {t('history.exchanges.see')}
          </Link>
        )}
      </div>
      {reason && <p className={classes.reason}>{reason}</p>}
      {changes && (
        <FieldChanges
          changes={Object.entries(changes)
            .map(([field, values]) => ({ field, ...values }))
            .filter(({ field, before }) => field !== 'client' || before !== null)}
        />
      )}
      {children}
    </li>
  );
}

interface RecordProps {
  readonly record: RunRecord;
  /** Whether the run may have sent it to the service. */
  readonly isWritten: boolean;
  /** What can be done about it. */
  readonly children: ReactNode;
}
