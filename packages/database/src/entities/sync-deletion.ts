import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A record that one side lost while the other still held it, and what was decided on it. */
export const SyncDeletion = defineEntity({
  name: 'SyncDeletion',
  tableName: 'sync_deletions',
  uniques: [{ properties: ['external_id', 'remote_table_id'] }],
  indexes: [{ properties: ['remote_table_id', 'state'] }],
  properties: {
    id: p.integer().primary().autoincrement(),
    remote_table_id: p.integer(),
    external_id: p.text(),
    deal_id: p.integer(),
    /** The side that lost it: `local` or `remote`. */
    side: p.text(),
    client: p.text().nullable(),
    /** JSON text: the values both sides agreed on last. */
    agreed: p.text(),
    /** What tells whether the side that still holds it changed it since: the deal's time of change, or the row's values. */
    survivor: p.text(),
    /** `pending`, `approved`, `sending`, `archived`, `kept`, `left`, `returned` or `restored`. */
    state: p.text(),
    /** Why it waits for a person: a French sentence. */
    reason: p.text().nullable(),
    run_id: p.integer(),
    noticed_at: p.text(),
    /** ISO 8601 UTC: when a person decided; null: nobody did. */
    decided_at: p.text().nullable(),
  },
});
export type SyncDeletion = InferEntity<typeof SyncDeletion>;
