import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What a plan does with one record: exactly one row per record and plan. */
export const PlanRecord = defineEntity({
  name: 'PlanRecord',
  tableName: 'plan_records',
  indexes: [{ properties: ['external_id', 'plan_id'] }, { properties: ['deal_id', 'plan_id'] }],
  properties: {
    plan_id: p.integer().primary(),
    /** Order in which the plan met its records, from 1. */
    position: p.integer().primary(),
    kind: p.text(),
    external_id: p.text().nullable(),
    deal_id: p.integer().nullable(),
    client: p.text().nullable(),
    /** French sentence a person can act on. */
    reason: p.text().nullable(),
    /** JSON text: field by field, on which side, before and after. */
    changes: p.text().nullable(),
    /** JSON text: fields that both sides changed, with all values. */
    conflicts: p.text().nullable(),
  },
});
export type PlanRecord = InferEntity<typeof PlanRecord>;
