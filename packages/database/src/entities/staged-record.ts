import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One remote row as a run read it; removed once the run is done. */
export const StagedRecord = defineEntity({
  name: 'StagedRecord',
  tableName: 'staged_records',
  uniques: [{ properties: ['external_id', 'run_id'] }],
  indexes: [{ properties: ['client', 'run_id'] }],
  properties: {
    run_id: p.integer().primary(),
    /** Order in which the listing gave the rows, from 1. */
    position: p.integer().primary(),
    external_id: p.text(),
    /** ISO 8601 UTC, as the vendor tells it. */
    remote_created_at: p.text(),
    /** As the vendor tells it; null where it does not. */
    remote_edited_at: p.text().nullable(),
    client: p.text().nullable(),
    /** JSON text: the mapped fields of the deal this row stands for. */
    deal_values: p.text(),
    /** JSON text: why the row was refused; null when it was not. */
    reasons: p.text().nullable(),
    /** The vendor's status when it is none of ours. */
    unknown_status: p.text().nullable(),
    /** JSON text: field → cell as the vendor gave it, where the value read says something else; null when none does. */
    cells: p.text().nullable(),
  },
});
export type StagedRecord = InferEntity<typeof StagedRecord>;
