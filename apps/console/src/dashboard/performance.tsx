import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Amount } from '../display/amount.tsx';
import { Answer } from '../display/answer.tsx';
import { FigureTable } from '../display/figure-table.tsx';
import { Panel } from '../display/panel.tsx';
import { useDealFilters } from '../filters/use-deal-filters.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { NoFigures } from './no-figures.tsx';

/** What each seller has in hand and has won. */
export function Performance() {
  const { t } = useTranslate();
  const format = useFormat();
  const { filters } = useDealFilters();
  const query = useQuery(trpc.analytics.performance.queryOptions(filters));
  return (
    <Panel title={t('dashboard.sellers')}>
      <Answer query={query} height={246}>
        {({ data: { performance } }) =>
          performance.length === 0 ? (
            <NoFigures />
          ) : (
            <FigureTable
              caption={t('dashboard.sellers')}
              rows={performance}
              rowKey={({ assignee }) => assignee}
              bar={({ pipeline_pondere }) => pipeline_pondere}
              columns={[
                { title: t('filters.assignee'), value: ({ assignee }) => assignee },
                {
                  title: t('dashboard.wonOf'),
                  value: (row) => `${format.number(row.deals_gagnes)} / ${format.number(row.nb_deals)}`,
                  numeric: true,
                },
                {
                  title: t('dashboard.kpi.conversion'),
                  value: (row) => format.percent(row.taux_conversion),
                  numeric: true,
                  secondary: true,
                },
                {
                  title: t('dashboard.weighted'),
                  value: (row) => <Amount value={row.pipeline_pondere} />,
                  numeric: true,
                },
              ]}
            />
          )
        }
      </Answer>
    </Panel>
  );
}
