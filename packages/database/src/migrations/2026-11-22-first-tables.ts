import { Migration } from '@mikro-orm/migrations';
import { DIALECTS, type DialectSql } from '../dialect.ts';
import { dialectOf } from './dialect-of.ts';
import { createPublicTable, PUBLIC_INDEXES } from './public-tables.ts';

/**
 * The three public tables and what the engine keeps beside them. A table that exists already is left as it
 * is, with everything in it.
 */
export class FirstTables extends Migration {
  override name = '2026-11-22-first-tables';

  override up(): void {
    for (const statement of firstTables(DIALECTS[dialectOf(this.driver)])) this.addSql(statement);
  }
}

function firstTables(sql: DialectSql): string[] {
  return [
    createPublicTable(sql, 'deals'),
    ...PUBLIC_INDEXES.deals,
    createPublicTable(sql, 'connector_configs'),
    ...PUBLIC_INDEXES.connector_configs,
    createPublicTable(sql, 'sync_logs'),
    ...PUBLIC_INDEXES.sync_logs,
    `create table if not exists "sync_runs" ("id" integer not null primary key, "provider" text not null, "active_provider" text null, "owner" text not null, "lease_until" text not null, "phase" text not null, "base_id" text null, "table_id" text null, "stage_cursor" text null, "certificate" text null, "applied_through" integer not null default 0, "records_unchanged" integer not null default 0, "records_failed" integer not null default 0)`,
    `create unique index if not exists "sync_runs_active_provider_unique" on "sync_runs" ("active_provider")`,
    `create table if not exists "staged_records" ("run_id" integer not null, "position" integer not null, "external_id" text not null, "remote_created_at" text not null, "client" text null, "deal_values" text not null, "reasons" text null, "unknown_status" text null, primary key ("run_id", "position"))${sql.clustered}`,
    `create index if not exists "staged_records_client_run_id_index" on "staged_records" ("client", "run_id")`,
    `create unique index if not exists "staged_records_external_id_run_id_unique" on "staged_records" ("external_id", "run_id")`,
    `create table if not exists "remote_tables" ("id" ${sql.serialKey}, "provider" text not null, "base_id" text not null, "table_id" text not null)`,
    `create unique index if not exists "remote_tables_table_id_base_id_provider_unique" on "remote_tables" ("table_id", "base_id", "provider")`,
    `create table if not exists "deal_links" ("deal_id" integer not null, "remote_table_id" integer not null, "external_id" text not null, "local_base" text not null, "remote_base" text null, "updated_at" text not null, primary key ("deal_id", "remote_table_id"), constraint "deal_links_deal_id_foreign" foreign key ("deal_id") references "deals" ("id") on update no action on delete cascade)${sql.clustered}`,
    `create unique index if not exists "deal_links_external_id_remote_table_id_unique" on "deal_links" ("external_id", "remote_table_id")`,
    `create table if not exists "run_outcomes" ("run_id" integer not null, "position" integer not null, "external_id" text null, "deal_id" integer null, "outcome" text not null, "reason" text null, "changes" text null, primary key ("run_id", "position"))${sql.clustered}`,
    `create table if not exists "pending_writes" ("deal_id" integer not null, "remote_table_id" integer not null, "run_id" integer not null, "sent_at" text not null, primary key ("deal_id", "remote_table_id"))`,
    `create table if not exists "column_bindings" ("remote_table_id" integer not null, "field" text not null, "mapped_to" text not null, "column_id" text not null, primary key ("remote_table_id", "field"))`,
  ];
}
