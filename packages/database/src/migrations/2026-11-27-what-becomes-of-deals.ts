import { Migration } from '@mikro-orm/migrations';
import { DIALECTS } from '../dialect.ts';
import { dialectOf } from './dialect-of.ts';

/** The history of each deal, what was deleted, and what waits for a person to choose. */
export class WhatBecomesOfDeals extends Migration {
  override name = '2026-11-27-what-becomes-of-deals';

  override up(): void {
    const { serialKey, clustered } = DIALECTS[dialectOf(this.driver)];
    this.addSql(
      `create table if not exists "deal_changes" ("id" ${serialKey}, "deal_id" integer not null, "at" text not null, "kind" text not null, "origin" text not null, "run_id" integer null, "changes" text not null)`,
    );
    this.addSql(
      'create index if not exists "deal_changes_deal_id_id_index" on "deal_changes" ("deal_id", "id")',
    );
    this.addSql('create index if not exists "deal_changes_run_id_index" on "deal_changes" ("run_id")');
    this.addSql(
      'create table if not exists "deal_origins" ("deal_id" integer not null primary key, "origin" text not null, "run_id" integer null)',
    );
    this.addSql(
      `create table if not exists "deal_tombstones" ("external_id" text not null, "remote_table_id" integer not null, "deal_id" integer not null, "deleted_at" text not null, primary key ("external_id", "remote_table_id"))${clustered}`,
    );
    this.addSql(
      `create table if not exists "sync_conflicts" ("id" ${serialKey}, "deal_id" integer not null, "remote_table_id" integer not null, "field" text not null, "external_id" text not null, "local_value" text not null, "remote_value" text not null, "run_id" integer not null, "noticed_at" text not null)`,
    );
    this.addSql(
      'create unique index if not exists "sync_conflicts_deal_id_remote_table_id_field_unique" on "sync_conflicts" ("deal_id", "remote_table_id", "field")',
    );
  }
}
