import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Amount } from '../display/amount.tsx';
import { Answer } from '../display/answer.tsx';
import { FigureTable } from '../display/figure-table.tsx';
import { Panel } from '../display/panel.tsx';
import { useDealFilters } from '../filters/use-deal-filters.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';

/** Deals that nobody has touched for more than ten days. */
export function ColdDeals() {
  const { t } = useTranslate();
  const format = useFormat();
  const { filters } = useDealFilters();
  const query = useQuery(trpc.analytics.coldDeals.queryOptions(filters));
  const stats = query.data?.data.stats;
  return (
    <Panel
      title={t('dashboard.cold')}
      note={
        stats &&
        t('dashboard.cold.note', {
          count: stats.nb_cold_deals,
          amount: format.roundEuros(stats.montant_total_cold),
        })
      }
    >
      <Answer query={query} height={246}>
        {({ data: { cold_deals } }) =>
          cold_deals.length === 0 ? (
            <p style={{ margin: 0, color: 'var(--ink-soft)', fontSize: 14 }}>{t('dashboard.cold.none')}</p>
          ) : (
            <FigureTable
              caption={t('dashboard.cold')}
              rows={cold_deals}
              rowKey={({ id }) => id}
              columns={[
                { title: t('dashboard.client'), value: ({ client }) => client },
                { title: t('filters.statut'), value: ({ statut }) => statut, secondary: true },
                { title: t('filters.assignee'), value: (row) => row.assignee ?? '–', secondary: true },
                {
                  title: t('dashboard.idle'),
                  value: (row) => t('dashboard.idleDays', { days: row.jours_inactifs }),
                  numeric: true,
                },
                {
                  title: t('dashboard.amount'),
                  value: (row) => <Amount value={row.montant_brut} />,
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
