import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** How a deal came to be; those of an older application have none. */
export const DealOrigin = defineEntity({
  name: 'DealOrigin',
  tableName: 'deal_origins',
  properties: {
    deal_id: p.integer().primary().autoincrement(false),
    /** `form`, `csv`, `import` or `sync`. */
    origin: p.text(),
    run_id: p.integer().nullable(),
  },
});
export type DealOrigin = InferEntity<typeof DealOrigin>;
