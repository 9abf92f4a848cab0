import { FirstTables } from './2026-11-22-first-tables.ts';
import { OlderTablesAndSearch } from './2026-11-23-older-tables-and-search.ts';
import { HistoryByInstant } from './2026-11-24-history-by-instant.ts';
import { ConnectorPolicies } from './2026-11-25-connector-policies.ts';
import { KindsOfBoundColumns } from './2026-11-25-kinds-of-bound-columns.ts';
import { RemoteMirrors } from './2026-11-25-remote-mirrors.ts';
import { VendorCallsTable } from './2026-11-25-vendor-calls.ts';
import { RunsTakenUpAgain } from './2026-11-26-runs-taken-up-again.ts';
import { Plans } from './2026-11-27-plans.ts';
import { WhatBecomesOfDeals } from './2026-11-27-what-becomes-of-deals.ts';
import { Deletions } from './2026-11-28-deletions.ts';
import { UndoCorrectRetry } from './2026-11-29-undo-correct-retry.ts';
import { ConnectorSchedules } from './2026-11-30-connector-schedules.ts';
import { Retention } from './2026-11-30-retention.ts';
import { ColumnsReadByRuns } from './2026-12-01-columns-read-by-runs.ts';
import { RunExchanges } from './2026-12-02-run-exchanges.ts';

/** Every migration, oldest first. A migration that was released is never edited: add another. */
export const migrations = [
  { name: '2026-11-22-first-tables', class: FirstTables },
  { name: '2026-11-23-older-tables-and-search', class: OlderTablesAndSearch },
  { name: '2026-11-24-history-by-instant', class: HistoryByInstant },
  { name: '2026-11-25-connector-policies', class: ConnectorPolicies },
  { name: '2026-11-25-kinds-of-bound-columns', class: KindsOfBoundColumns },
  { name: '2026-11-25-remote-mirrors', class: RemoteMirrors },
  { name: '2026-11-25-vendor-calls', class: VendorCallsTable },
  { name: '2026-11-26-runs-taken-up-again', class: RunsTakenUpAgain },
  { name: '2026-11-27-plans', class: Plans },
  { name: '2026-11-27-what-becomes-of-deals', class: WhatBecomesOfDeals },
  { name: '2026-11-28-deletions', class: Deletions },
  { name: '2026-11-29-undo-correct-retry', class: UndoCorrectRetry },
  { name: '2026-11-30-connector-schedules', class: ConnectorSchedules },
  { name: '2026-11-30-retention', class: Retention },
  { name: '2026-12-01-columns-read-by-runs', class: ColumnsReadByRuns },
  { name: '2026-12-02-run-exchanges', class: RunExchanges },
];

/** Where the database remembers which of them it has been through. */
export const MIGRATIONS_TABLE = 'passerelle_migrations';
