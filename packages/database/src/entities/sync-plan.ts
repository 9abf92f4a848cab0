import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What a run would do, worked out without doing it. */
export const SyncPlan = defineEntity({
  name: 'SyncPlan',
  tableName: 'sync_plans',
  properties: {
    id: p.integer().primary().autoincrement(),
    provider: p.text(),
    /** `import`, `export`, `sync` or `undo`. */
    direction: p.text(),
    /** `planning`, `ready`, `outdated`, `applied` or `failed`; one that is ready expires by its time alone. */
    state: p.text(),
    created_at: p.text(),
    expires_at: p.text(),
    /** Pages a run has to read again, schema included, and requests that write. */
    read_requests: p.integer().default(0),
    write_requests: p.integer().default(0),
    /** How long all of them should take. */
    expected_ms: p.integer().default(0),
    /** Why it could not be made, or no longer holds: a French sentence. */
    message: p.text().nullable(),
    /** JSON text: the first records that are not as planned any more. */
    differences: p.text().nullable(),
    /** The run that applied it. */
    run_id: p.integer().nullable(),
    /** The run that it takes back; null unless `direction` is `undo`. */
    undone_run_id: p.integer().nullable(),
  },
});
export type SyncPlan = InferEntity<typeof SyncPlan>;
