import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { countFilters } from '../deal-filters.ts';
import { Icon } from '../display/icon.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { useDealFilters } from '../filters/use-deal-filters.ts';
import { Page } from '../frame/page.tsx';
import { useTranslate } from '../language/use-translate.ts';
import { ColdDeals } from './cold-deals.tsx';
import classes from './dashboard-page.module.css';
import { Deadlines } from './deadlines.tsx';
import { DownloadCsv } from './download-csv.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Kpis } from './kpis.tsx';
import { Performance } from './performance.tsx';
import { Sectors } from './sectors.tsx';
import { StatusPipeline } from './status-pipeline.tsx';
import { Velocity } from './velocity.tsx';

const ImportDialog = lazy(() => import('../import/import-dialog.tsx'));

/** The CRM at a glance. */
export function DashboardPage() {
  const { t } = useTranslate();
  const { filters } = useDealFilters();
  const [isImporting, setImporting] = useState(false);
  const kpis = useQuery(trpc.analytics.kpis.queryOptions(filters));
  const isEmpty = kpis.data?.data.nombre_deals === 0 && countFilters(filters) === 0;
  const openImport = () => setImporting(true);
  return (
    <Page
      title={t('frame.dashboard')}
      action={
        <Button leftSection={<Icon name="upload" size={16} />} onClick={openImport}>
          {t('dashboard.import')}
        </Button>
      }
    >
      {isEmpty ? (
        <FirstSteps openImport={openImport} />
      ) : (
        <Stack gap="md">
          <Group justify="space-between" gap="xs">
            <FilterBar />
            <DownloadCsv />
          </Group>
          <Kpis query={kpis} />
          <div className={classes.grid}>
            <StatusPipeline />
            <Sectors />
            <Performance />
            <Velocity />
            <Deadlines />
            <ColdDeals />
          </div>
        </Stack>
      )}
      {isImporting && (
        <Suspense fallback={null}>
          <ImportDialog close={() => setImporting(false)} />
        </Suspense>
      )}
    </Page>
  );
}
