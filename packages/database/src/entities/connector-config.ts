import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** How the CRM reaches one provider. `api_token` is what `TokenCipher` made of it, never the token itself. */
export const ConnectorConfig = defineEntity({
  name: 'ConnectorConfig',
  tableName: 'connector_configs',
  properties: {
    id: p.integer().primary().autoincrement(),
    provider: p.text().unique(),
    api_token: p.text().nullable(),
    base_id: p.text().nullable(),
    table_name: p.text().nullable(),
    /** JSON text: CRM field → remote column, by name or id. */
    field_mapping: p.text().nullable(),
    is_active: p.boolean().default(true),
    updated_at: p.text(),
  },
});
export type ConnectorConfig = InferEntity<typeof ConnectorConfig>;
