import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One remote row as an import last read it; the same as a staged one, kept. */
export const MirroredRecord = defineEntity({
  name: 'MirroredRecord',
  tableName: 'mirrored_records',
  uniques: [{ properties: ['external_id', 'remote_table_id'] }],
  properties: {
    remote_table_id: p.integer().primary(),
    position: p.integer().primary(),
    external_id: p.text(),
    remote_created_at: p.text(),
    remote_edited_at: p.text().nullable(),
    client: p.text().nullable(),
    deal_values: p.text(),
    reasons: p.text().nullable(),
    unknown_status: p.text().nullable(),
    /** JSON text: field → cell as the vendor gave it, where the value read says something else; null when none does. */
    cells: p.text().nullable(),
  },
});
export type MirroredRecord = InferEntity<typeof MirroredRecord>;
