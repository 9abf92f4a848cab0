import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { stringifyAddress } from '../address.ts';
import { fetchFile } from '../api/fetch-file.ts';
import { Failure } from '../display/failure.tsx';
import { Icon } from '../display/icon.tsx';
import { useDealFilters } from '../filters/use-deal-filters.ts';
import { useTranslate } from '../language/use-translate.ts';

/** Saves the deals that the filters show as a file for spreadsheets. */
export function DownloadCsv() {
  const { t } = useTranslate();
  const { filters } = useDealFilters();
  const download = useMutation({
    mutationFn: () => fetchFile(`/api/deals/export.csv${stringifyAddress(filters)}`, 'deals.csv'),
  });
  return (
    <>
      <Button
        variant="default"
        loading={download.isPending}
        leftSection={<Icon name="download" size={16} />}
        onClick={() => download.mutate()}
      >
        {t('dashboard.export')}
      </Button>
      {download.isError && <Failure error={download.error} />}
    </>
  );
}
