import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What the engine keeps of a run beside its public record. */
export const SyncRun = defineEntity({
  name: 'SyncRun',
  tableName: 'sync_runs',
  properties: {
    /** The id of the run's row in `sync_logs`. */
    id: p.integer().primary().autoincrement(false),
    provider: p.text(),
    /** The provider while the run is active, then null: being unique, it lets one run at a time start. */
    active_provider: p.text().nullable().unique(),
    /** Which process holds the run. */
    owner: p.text(),
    /** ISO 8601 UTC; past it, the process that held the run is taken for dead. */
    lease_until: p.text(),
    /** `stage`, `apply` or `done`. */
    phase: p.text(),
    base_id: p.text().nullable(),
    table_id: p.text().nullable(),
    /** Where the listing goes on; opaque to everything but the connector. */
    stage_cursor: p.text().nullable(),
    /** JSON text of the listing's proof of completeness; null until the listing is whole. */
    certificate: p.text().nullable(),
    /** Position of the last staged row (import) or id of the last deal (export) whose outcome is stored. */
    applied_through: p.integer().default(0),
    records_unchanged: p.integer().default(0),
    records_failed: p.integer().default(0),
  },
});
export type SyncRun = InferEntity<typeof SyncRun>;
