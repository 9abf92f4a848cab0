import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { trpc } from '../api/trpc.ts';
import { countFilters } from '../deal-filters.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { OpenedLater } from './opened-later.tsx';
import { SearchFilter } from './search-filter.tsx';
import { useDealFilters } from './use-deal-filters.ts';

const ChoiceFilter = lazy(() => import('./choice-filter.tsx'));
const DateFilter = lazy(() => import('./date-filter.tsx'));

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
  const { day } = useFormat();
  const { filters, setFilters } = useDealFilters();
  const options = useQuery(trpc.analytics.filterOptions.queryOptions()).data?.data;
  const choices = [
    ['statut', options?.statuts],
    ['secteur', options?.secteurs],
    ['assignee', options?.assignees],
  ] as const;
  const { date_from, date_to } = filters;
  const hasDates = date_from !== undefined || date_to !== undefined;
  const dates = hasDates
    ? `${date_from ? day(date_from) : '…'} – ${date_to ? day(date_to) : '…'}`
    : t('filters.deadline');
  return (
    <Group gap="xs" role="search" aria-label={t('filters.title')}>
      <SearchFilter
        value={filters.search ?? ''}
        onChange={(search) => setFilters({ search: search || undefined })}
      />
      {choices.map(([name, values]) => {
        const label = t(`filters.${name}`);
        const chosen = filters[name] ?? [];
        const title = chosen.length > 0 ? t('filters.chosen', { label, count: chosen.length }) : label;
        return (
          <OpenedLater key={name} label={title} isSet={chosen.length > 0}>
            <ChoiceFilter
              label={label}
              title={title}
              options={values ?? []}
              chosen={chosen}
              onChange={(next) => setFilters({ [name]: next.length > 0 ? next : undefined })}
            />
          </OpenedLater>
        );
      })}
      <OpenedLater label={dates} isSet={hasDates}>
        <DateFilter title={dates} from={filters.date_from} to={filters.date_to} onChange={setFilters} />
      </OpenedLater>
      {countFilters(filters) > 0 && (
        <Button variant="subtle" size="sm" onClick={() => setFilters(NONE)}>
          {t('filters.clear')}
        </Button>
      )}
    </Group>
  );
}
