import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { FigureTable } from '../display/figure-table.tsx';
import { Panel } from '../display/panel.tsx';
import { useDealFilters } from '../filters/use-deal-filters.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { MeasureSwitch } from './measure-switch.tsx';
import { NoFigures } from './no-figures.tsx';

/** How many days a deal takes to be won. */
export function Velocity() {
  const { t } = useTranslate();
  const format = useFormat();
  const { filters } = useDealFilters();
  const query = useQuery(trpc.analytics.velocity.queryOptions(filters));
  const [by, setBy] = useState<'secteur' | 'assignee'>('secteur');
  const days = (value: number) => t('dashboard.days', { days: format.decimal(value) });
  return (
    <Panel
      title={t('dashboard.velocity')}
      note={
        query.data?.data.has_won_deals
          ? t('dashboard.velocity.mean', { days: format.decimal(query.data.data.vitesse_moyenne_jours) })
          : undefined
      }
      action={
        <MeasureSwitch
          label={t('dashboard.by')}
          value={by}
          onChange={setBy}
          choices={{ secteur: t('filters.secteur'), assignee: t('filters.assignee') }}
        />
      }
    >
      <Answer query={query} height={246}>
        {({ data }) => {
          const rows =
            by === 'secteur'
              ? data.velocity_by_sector.map(({ secteur, ...row }) => ({ name: secteur, ...row }))
              : data.velocity_by_assignee.map(({ assignee, ...row }) => ({ name: assignee, ...row }));
          if (rows.length === 0) return <NoFigures />;
          return (
            <FigureTable
              caption={t('dashboard.velocity')}
              rows={rows.toSorted((one, other) => one.vitesse_moyenne_jours - other.vitesse_moyenne_jours)}
              rowKey={({ name }) => name}
              bar={(row) => row.vitesse_moyenne_jours}
              columns={[
                { title: t(`filters.${by}`), value: ({ name }) => name },
                {
                  title: t('dashboard.wonDeals'),
                  value: (row) => format.number(row.nb_deals),
                  numeric: true,
                },
                {
                  title: t('dashboard.meanDays'),
                  value: (row) => days(row.vitesse_moyenne_jours),
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
