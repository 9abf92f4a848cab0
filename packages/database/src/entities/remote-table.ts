import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A table of a provider that deals are kept in step with; links and bindings belong to one. */
export const RemoteTable = defineEntity({
  name: 'RemoteTable',
  tableName: 'remote_tables',
  uniques: [{ properties: ['table_id', 'base_id', 'provider'] }],
  properties: {
    id: p.integer().primary().autoincrement(),
    provider: p.text(),
    base_id: p.text(),
    table_id: p.text(),
  },
});
export type RemoteTable = InferEntity<typeof RemoteTable>;
