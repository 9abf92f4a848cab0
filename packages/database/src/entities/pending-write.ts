import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/**
 * A create that was about to be sent and whose answer is not stored yet. One that outlives its run tells
 * the next run that a remote row may exist already: it looks before it creates.
 */
export const PendingWrite = defineEntity({
  name: 'PendingWrite',
  tableName: 'pending_writes',
  properties: {
    deal_id: p.integer().primary(),
    remote_table_id: p.integer().primary(),
    run_id: p.integer(),
    sent_at: p.text(),
  },
});
export type PendingWrite = InferEntity<typeof PendingWrite>;
