import { Migration } from '@mikro-orm/migrations';
import { DIALECTS } from '../dialect.ts';
import { dialectOf } from './dialect-of.ts';

/** Plans: what a run would do, record by record. */
export class Plans extends Migration {
  override name = '2026-11-27-plans';

  override up(): void {
    this.addSql('alter table "staged_records" add column "remote_edited_at" text null');
    const { serialKey, clustered } = DIALECTS[dialectOf(this.driver)];
    this.addSql(
      `create table if not exists "sync_plans" ("id" ${serialKey}, "provider" text not null, "direction" text not null, "state" text not null, "created_at" text not null, "expires_at" text not null, "read_requests" integer not null default 0, "write_requests" integer not null default 0, "expected_ms" integer not null default 0, "message" text null, "differences" text null, "run_id" integer null, "undone_run_id" integer null)`,
    );
    this.addSql(
      `create table if not exists "plan_records" ("plan_id" integer not null, "position" integer not null, "kind" text not null, "external_id" text null, "deal_id" integer null, "client" text null, "reason" text null, "changes" text null, "conflicts" text null, primary key ("plan_id", "position"))${clustered}`,
    );
    this.addSql(
      'create index if not exists "plan_records_external_id_plan_id_index" on "plan_records" ("external_id", "plan_id")',
    );
    this.addSql(
      'create index if not exists "plan_records_deal_id_plan_id_index" on "plan_records" ("deal_id", "plan_id")',
    );
  }
}
