import type { AnalyticsInput } from '@passerelle/contracts';
import { listOf, textOf } from './address.ts';

/** What narrows figures and deals, as the address holds it: the API's own filters. */
export type DealFilters = AnalyticsInput;

/** Reads the filters of an address and leaves out what is malformed: an old link still opens. */
export function readFilters(search: Record<string, unknown>): DealFilters {
  const { statut, secteur, assignee } = search;
  return withoutAbsent({
    statut: listOf(statut),
    secteur: listOf(secteur),
    assignee: listOf(assignee),
    date_from: dayOf(search.date_from),
    date_to: dayOf(search.date_to),
    search: textOf(search.search),
  });
}

/** How many filters are set. */
export function countFilters(filters: DealFilters): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}

function dayOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
}

function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
