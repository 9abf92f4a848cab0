import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One change of a deal, kept after the deal itself: what a person typed does not vanish. */
export const DealChange = defineEntity({
  name: 'DealChange',
  tableName: 'deal_changes',
  indexes: [{ properties: ['deal_id', 'id'] }, { properties: ['run_id'] }],
  properties: {
    id: p.integer().primary().autoincrement(),
    deal_id: p.integer(),
    at: p.text(),
    /** `updated`, `deleted`, `archived` or `restored`. */
    kind: p.text(),
    /** `form`, `import`, `sync`, `undo`, or `correction` of a refused record. */
    origin: p.text(),
    run_id: p.integer().nullable(),
    /** JSON text: field → `{before, after}`. */
    changes: p.text(),
  },
});
export type DealChange = InferEntity<typeof DealChange>;
