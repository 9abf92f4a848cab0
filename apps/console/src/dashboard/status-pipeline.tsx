import { STATUTS } from '@passerelle/contracts/vocabulary';
import { useQueries } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Amount } from '../display/amount.tsx';
import { Failure } from '../display/failure.tsx';
import { FigureTable } from '../display/figure-table.tsx';
import { Loading } from '../display/loading.tsx';
import { Panel } from '../display/panel.tsx';
import { useDealFilters } from '../filters/use-deal-filters.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';

/** What each stage of the pipeline holds: the same figures as above, asked once per stage. */
export function StatusPipeline() {
  const { t } = useTranslate();
  const format = useFormat();
  const { filters } = useDealFilters();
  const statuts = filters.statut ?? STATUTS;
  const stages = useQueries({
    queries: statuts.map((statut) => trpc.analytics.kpis.queryOptions({ ...filters, statut: [statut] })),
  });
  const failed = stages.find(({ isError }) => isError);
  const rows = statuts.flatMap((statut, index) => {
    const figures = stages[index]?.data?.data;
    return figures ? [{ statut, ...figures }] : [];
  });
  return (
    <Panel title={t('dashboard.statuses')}>
      {failed ? (
        <Failure error={failed.error} retry={() => void Promise.all(stages.map((one) => one.refetch()))} />
      ) : rows.length < statuts.length ? (
        <Loading height={246} />
      ) : (
        <FigureTable
          caption={t('dashboard.statuses')}
          rows={rows}
          rowKey={({ statut }) => statut}
          bar={({ pipeline_pondere }) => pipeline_pondere}
          columns={[
            { title: t('filters.statut'), value: ({ statut }) => statut },
            { title: t('dashboard.deals'), value: (row) => format.number(row.nombre_deals), numeric: true },
            {
              title: t('dashboard.average'),
              value: (row) => <Amount value={row.panier_moyen} />,
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
      )}
    </Panel>
  );
}
