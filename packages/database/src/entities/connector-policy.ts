import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** How runs of one provider settle conflicts, deletions and choices; no row: the defaults. */
export const ConnectorPolicy = defineEntity({
  name: 'ConnectorPolicy',
  tableName: 'connector_policies',
  properties: {
    provider: p.text().primary(),
    conflict: p.text(),
    deletion: p.text(),
    /** Percent of the linked records. */
    deletion_threshold: p.integer(),
    /** JSON text: fields whose remote options an export may create. */
    create_options: p.text(),
    /** JSON text: remote status → statut. */
    status_values: p.text(),
    full_scan_every: p.integer(),
    updated_at: p.text(),
  },
});
export type ConnectorPolicy = InferEntity<typeof ConnectorPolicy>;
