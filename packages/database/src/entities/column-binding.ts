import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** The column id a mapped name stood for when it was first resolved, so that a renamed column goes on working. */
export const ColumnBinding = defineEntity({
  name: 'ColumnBinding',
  tableName: 'column_bindings',
  properties: {
    remote_table_id: p.integer().primary(),
    field: p.text().primary(),
    /** What the mapping said (a name or an id) when it was resolved. */
    mapped_to: p.text(),
    column_id: p.text(),
    /** What kind of values it held then; null when an older version bound it. */
    column_kind: p.text().nullable(),
  },
});
export type ColumnBinding = InferEntity<typeof ColumnBinding>;
