import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** The public record of a run; its id is the run's. Kept for ever. */
export const SyncLog = defineEntity({
  name: 'SyncLog',
  tableName: 'sync_logs',
  // Over an expression that each database writes its own way; the ORM compares such indexes by name only.
  indexes: ['sync_logs_instant_index', 'sync_logs_provider_instant_index'].map((name) => ({
    name,
    expression: 'made by the migration 2026-11-24-history-by-instant',
  })),
  properties: {
    id: p.integer().primary().autoincrement(),
    provider: p.text(),
    /** `import` or `export`. */
    direction: p.text(),
    /** `running`, `success`, `partial` or `error`. */
    status: p.text(),
    records_processed: p.integer().default(0),
    records_created: p.integer().default(0),
    records_updated: p.integer().default(0),
    error_message: p.text().nullable(),
    started_at: p.text(),
    completed_at: p.text().nullable(),
  },
});
export type SyncLog = InferEntity<typeof SyncLog>;
