import type { filters as french } from '../fr/filters.ts';

/** Words of the filters, and of what several pages show. */
export const filters = {
  'filters.title': 'Filters',
  'filters.search': 'Client or notes',
  'filters.statut': 'Status',
  'filters.secteur': 'Sector',
  'filters.assignee': 'Owner',
  'filters.chosen': '{label}: {count}',
  'filters.nothing': 'Nothing to choose yet',
  'filters.deadline': 'Deadline',
  'filters.from': 'From',
  'filters.to': 'To',
  'filters.clear': 'Clear all',
  'display.all': 'Show all ({count})',
  'display.less': 'Show less',
  'display.more': 'Show more',
} as const satisfies Record<keyof typeof french, string>;
