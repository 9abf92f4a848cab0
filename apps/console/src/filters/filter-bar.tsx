import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { countFilters } from '../deal-filters.ts';
import { useTranslate } from '../language/use-translate.ts';
import { ChoiceFilter } from './choice-filter.tsx';
import { DateFilter } from './date-filter.tsx';
import { SearchFilter } from './search-filter.tsx';
import { useDealFilters } from './use-deal-filters.ts';

const NONE = {
  statut: undefined,
  secteur: undefined,
  assignee: undefined,
  date_from: undefined,
  date_to: undefined,
  search: undefined,
};

/** The filters of deals and figures, kept in the address. */
export function FilterBar() {
  const { t } = useTranslate();
  const { filters, setFilters } = useDealFilters();
  const options = useQuery(trpc.analytics.filterOptions.queryOptions()).data?.data;
  const choices = [
    ['statut', options?.statuts],
    ['secteur', options?.secteurs],
    ['assignee', options?.assignees],
  ] as const;
  return (
    <Group gap="xs" role="search" aria-label={t('filters.title')}>
      <SearchFilter
        value={filters.search ?? ''}
        onChange={(search) => setFilters({ search: search || undefined })}
      />
      {choices.map(([name, values]) => (
        <ChoiceFilter
          key={name}
          label={t(`filters.${name}`)}
          options={values ?? []}
          chosen={filters[name] ?? []}
          onChange={(chosen) => setFilters({ [name]: chosen.length > 0 ? chosen : undefined })}
        />
      ))}
      <DateFilter from={filters.date_from} to={filters.date_to} onChange={setFilters} />
      {countFilters(filters) > 0 && (
        <Button variant="subtle" size="sm" onClick={() => setFilters(NONE)}>
          {t('filters.clear')}
        </Button>
      )}
    </Group>
  );
}
