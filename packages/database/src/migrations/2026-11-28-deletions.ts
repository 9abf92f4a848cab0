import { Migration } from '@mikro-orm/migrations';
import { DIALECTS } from '../dialect.ts';
import { dialectOf } from './dialect-of.ts';

/** Records that one side lost, what was decided on them, and what a deleted deal had agreed on. */
export class Deletions extends Migration {
  override name = '2026-11-28-deletions';

  override up(): void {
    const { serialKey } = DIALECTS[dialectOf(this.driver)];
    this.addSql(
      `create table if not exists "sync_deletions" ("id" ${serialKey}, "remote_table_id" integer not null, "external_id" text not null, "deal_id" integer not null, "side" text not null, "client" text null, "agreed" text not null, "survivor" text not null, "state" text not null, "reason" text null, "run_id" integer not null, "noticed_at" text not null, "decided_at" text null)`,
    );
    this.addSql(
      'create unique index if not exists "sync_deletions_external_id_remote_table_id_unique" on "sync_deletions" ("external_id", "remote_table_id")',
    );
    this.addSql(
      'create index if not exists "sync_deletions_remote_table_id_state_index" on "sync_deletions" ("remote_table_id", "state")',
    );
    this.addSql('alter table "deal_tombstones" add column "local_base" text null');
    this.addSql('alter table "deal_tombstones" add column "remote_base" text null');
    this.addSql('alter table "sync_runs" add column "records_archived" integer not null default 0');
  }
}
