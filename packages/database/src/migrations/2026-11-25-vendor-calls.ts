import { Migration } from '@mikro-orm/migrations';

/** How many requests each connection sends a month. */
export class VendorCallsTable extends Migration {
  override name = '2026-11-25-vendor-calls';

  override up(): void {
    this.addSql(
      `create table if not exists "vendor_calls" ("provider" text not null, "base_id" text not null, "month" text not null, "calls" integer not null, "first_call_at" text not null, primary key ("provider", "base_id", "month"))`,
    );
  }
}
