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

/** Totals and average deal of each sector. */
export function Sectors() {
  const { t } = useTranslate();
  const format = useFormat();
  const { filters } = useDealFilters();
  const query = useQuery(trpc.analytics.sectors.queryOptions(filters));
  const [measure, setMeasure] = useState<'montant_total' | 'panier_moyen'>('montant_total');
  return (
    <Panel
      title={t('dashboard.sectors')}
      action={
        <MeasureSwitch
          label={t('dashboard.measure')}
          value={measure}
          onChange={setMeasure}
          choices={{ montant_total: t('dashboard.total'), panier_moyen: t('dashboard.average') }}
        />
      }
    >
      <Answer query={query} height={246}>
        {({ data: { tableau } }) =>
          tableau.length === 0 ? (
            <NoFigures />
          ) : (
            <FigureTable
              caption={t('dashboard.sectors')}
              rows={tableau.toSorted((one, other) => other[measure] - one[measure])}
              rowKey={({ secteur }) => secteur}
              bar={(row) => row[measure]}
              columns={[
                { title: t('filters.secteur'), value: ({ secteur }) => secteur },
                { title: t('dashboard.deals'), value: (row) => format.number(row.nb_deals), numeric: true },
                {
                  title: t('dashboard.average'),
                  value: (row) => <Amount value={row.panier_moyen} />,
                  numeric: true,
                  secondary: measure !== 'panier_moyen',
                },
                {
                  title: t('dashboard.total'),
                  value: (row) => <Amount value={row.montant_total} />,
                  numeric: true,
                  secondary: measure !== 'montant_total',
                },
              ]}
            />
          )
        }
      </Answer>
    </Panel>
  );
}
