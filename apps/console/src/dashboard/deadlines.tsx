import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Amount } from '../display/amount.tsx';
import { Answer } from '../display/answer.tsx';
import { FigureTable } from '../display/figure-table.tsx';
import { Panel } from '../display/panel.tsx';
import { useDealFilters } from '../filters/use-deal-filters.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { MeasureSwitch } from './measure-switch.tsx';
import { NoFigures } from './no-figures.tsx';

/** Deals whose deadline is past, or within thirty days. */
export function Deadlines() {
  const { t } = useTranslate();
  const format = useFormat();
  const { filters } = useDealFilters();
  const query = useQuery(trpc.analytics.deadlines.queryOptions(filters));
  const [side, setSide] = useState<'overdue' | 'upcoming'>('overdue');
  const stats = query.data?.data.stats;
  return (
    <Panel
      title={t('dashboard.deadlines')}
      note={stats && t('dashboard.deadlines.amount', { amount: format.roundEuros(stats.montant_upcoming) })}
      action={
        <MeasureSwitch
          label={t('dashboard.deadlines')}
          value={side}
          onChange={setSide}
          choices={{
            overdue: t('dashboard.deadlines.overdue', { count: stats?.nb_overdue ?? 0 }),
            upcoming: t('dashboard.deadlines.upcoming', { count: stats?.nb_upcoming ?? 0 }),
          }}
        />
      }
    >
      <Answer query={query} height={246}>
        {({ data }) => {
          const rows =
            side === 'overdue'
              ? data.overdue.map((deal) => ({
                  ...deal,
                  when: t('dashboard.late', { days: deal.jours_retard }),
                }))
              : data.upcoming.map((deal) => ({
                  ...deal,
                  when: t('dashboard.left', { days: deal.jours_restants }),
                }));
          if (rows.length === 0) return <NoFigures />;
          return (
            <FigureTable
              caption={t('dashboard.deadlines')}
              rows={rows.map((row, index) => ({ ...row, index }))}
              rowKey={({ index }) => index}
              columns={[
                { title: t('dashboard.client'), value: ({ client }) => client },
                { title: t('filters.assignee'), value: (row) => row.assignee ?? '–', secondary: true },
                {
                  title: t('filters.deadline'),
                  value: (row) => <time dateTime={row.date_echeance}>{format.day(row.date_echeance)}</time>,
                  numeric: true,
                  secondary: true,
                },
                { title: t('dashboard.when'), value: ({ when }) => when, numeric: true },
                {
                  title: t('dashboard.amount'),
                  value: (row) => <Amount value={row.montant_brut} />,
                  numeric: true,
                },
              ]}
            />
          );
        }}
      </Answer>
    </Panel>
  );
}
