import { Migration } from '@mikro-orm/migrations';

/** How each connector settles conflicts, deletions and choices. */
export class ConnectorPolicies extends Migration {
  override name = '2026-11-25-connector-policies';

  override up(): void {
    this.addSql(
      `create table if not exists "connector_policies" ("provider" text not null primary key, "conflict" text not null, "deletion" text not null, "deletion_threshold" integer not null, "create_options" text not null, "status_values" text not null, "full_scan_every" integer not null, "updated_at" text not null)`,
    );
  }
}
