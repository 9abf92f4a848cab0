import type { ConnectorCapabilities } from '@passerelle/connector';

/** Notion's largest page, of a query and of a property. */
export const LARGEST_PAGE = 100;

/**
 * One row per write request: Notion has no batch call. Two writes at once, because parallel writes to one data
 * source raise 409 conflicts, while one at a time would not reach 3 a second at the vendor's usual latency.
 */
export const capabilities: ConnectorCapabilities = {
  maxWriteBatch: 1,
  maxArchiveBatch: 1,
  restoresArchived: true,
  // A page can be taken from an integration that keeps its database.
  hidesRows: true,
  pageSize: LARGEST_PAGE,
  writeConcurrency: 2,
  requestsPerSecond: 3,
  needsTableName: false,
  listsChanges: true,
};
