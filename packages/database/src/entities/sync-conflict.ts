import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A field that both sides changed and that waits for a person; gone once it is settled or no longer one. */
export const SyncConflict = defineEntity({
  name: 'SyncConflict',
  tableName: 'sync_conflicts',
  uniques: [{ properties: ['deal_id', 'remote_table_id', 'field'] }],
  properties: {
    id: p.integer().primary().autoincrement(),
    deal_id: p.integer(),
    remote_table_id: p.integer(),
    field: p.text(),
    external_id: p.text(),
    /** JSON text of a value. */
    local_value: p.text(),
    remote_value: p.text(),
    run_id: p.integer(),
    noticed_at: p.text(),
  },
});
export type SyncConflict = InferEntity<typeof SyncConflict>;
