import type { ConnectorCapabilities, MonthlyPlan } from '@passerelle/connector';

/** Rows in a page, at most and unless asked otherwise. */
export const LARGEST_PAGE = 100;

/** Rows in a create, update or delete call, at most. */
export const LARGEST_BATCH = 10;

/**
 * Six writes at once reach 5 requests a second as long as Airtable answers within 1.2 s. Each is all or nothing,
 * so they cannot spoil one another.
 */
export const capabilities: ConnectorCapabilities = {
  maxWriteBatch: LARGEST_BATCH,
  maxArchiveBatch: LARGEST_BATCH,
  // Only a person can, for some days, from the base's trash.
  restoresArchived: false,
  // Whoever reads a table reads all its records.
  hidesRows: false,
  pageSize: LARGEST_PAGE,
  writeConcurrency: 6,
  requestsPerSecond: 5,
  needsTableName: true,
  listsChanges: true,
};

/** API calls a month and workspace (airtable.com/developers/web/api/rate-limits). */
export const plans: readonly MonthlyPlan[] = [
  { name: 'Free', calls: 1_000 },
  { name: 'Team', calls: 100_000 },
  { name: 'Business', calls: null },
];
