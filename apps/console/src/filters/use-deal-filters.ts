import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type DealFilters, readFilters } from '../deal-filters.ts';

/** The filters that the address holds, and how to change some of them: a filtered page can be sent to someone. */
export function useDealFilters() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(search), [search]);
  const setFilters = (changes: DealFilters) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace: true });
  return { filters, setFilters };
}
