import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/**
 * A write that was about to be sent and whose answer is not stored yet. One that outlives its process tells whoever
 * goes on that the remote row may exist, or be changed, already: it looks before it writes.
 */
export const PendingWrite = defineEntity({
  name: 'PendingWrite',
  tableName: 'pending_writes',
  properties: {
    deal_id: p.integer().primary(),
    remote_table_id: p.integer().primary(),
    run_id: p.integer(),
    sent_at: p.text(),
    /** The remote row that was to be changed; null for a create. */
    external_id: p.text().nullable(),
    /** JSON text: the values that were sent, by field; null in rows older than this column. */
    sent: p.text().nullable(),
  },
});
export type PendingWrite = InferEntity<typeof PendingWrite>;
