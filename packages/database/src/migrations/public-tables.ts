import type { DialectSql } from '../dialect.ts';

/** A column of the tables that other applications know too. */
export interface PublicColumn {
  readonly type: 'id' | 'text' | 'double' | 'integer' | 'flag';
  readonly isNullable?: boolean;
  /** Columns whose value an older table's missing one is taken from; then the present instant. */
  readonly instantLike?: readonly string[];
}

const text: PublicColumn = { type: 'text' };
const optionalText: PublicColumn = { type: 'text', isNullable: true };
const double: PublicColumn = { type: 'double' };
const count: PublicColumn = { type: 'integer' };

/** The three tables that an existing database may hold already, column by column. */
export const PUBLIC_TABLES = {
  deals: {
    id: { type: 'id' },
    client: text,
    statut: text,
    montant_brut: double,
    probabilite: double,
    valeur_ponderee: double,
    secteur: optionalText,
    date_echeance: optionalText,
    assignee: optionalText,
    notes: optionalText,
    created_at: { type: 'text', instantLike: ['updated_at'] },
    updated_at: { type: 'text', instantLike: ['created_at'] },
  },
  connector_configs: {
    id: { type: 'id' },
    provider: text,
    api_token: optionalText,
    base_id: optionalText,
    table_name: optionalText,
    field_mapping: optionalText,
    is_active: { type: 'flag' },
    updated_at: { type: 'text', instantLike: [] },
  },
  sync_logs: {
    id: { type: 'id' },
    provider: text,
    direction: text,
    status: text,
    records_processed: count,
    records_created: count,
    records_updated: count,
    error_message: optionalText,
    started_at: { type: 'text', instantLike: ['completed_at'] },
    completed_at: optionalText,
  },
} as const satisfies Record<string, Record<string, PublicColumn>>;
export type PublicTable = keyof typeof PUBLIC_TABLES;

/** The columns of one of them, by name. */
export function columnsOf(table: PublicTable): [name: string, column: PublicColumn][] {
  return Object.entries<PublicColumn>(PUBLIC_TABLES[table]);
}

/** Statement that makes one of them under a name of its own. */
export function createPublicTable(sql: DialectSql, table: PublicTable, name: string = table): string {
  const columns = columnsOf(table).map(([column, spec]) => `"${column}" ${definition(sql, spec)}`);
  return `create table if not exists "${name}" (${columns.join(', ')})`;
}

function definition(sql: DialectSql, { type, isNullable }: PublicColumn): string {
  if (type === 'id') return sql.serialKey;
  if (type === 'flag') return sql.flagOn;
  if (type === 'integer') return 'integer not null default 0';
  return `${type === 'double' ? sql.double : 'text'} ${isNullable ? 'null' : 'not null'}`;
}

/** Statements that make the indexes of one of them. */
export const PUBLIC_INDEXES: Readonly<Record<PublicTable, readonly string[]>> = {
  deals: [`create index if not exists "deals_client_index" on "deals" ("client")`],
  connector_configs: [
    `create unique index if not exists "connector_configs_provider_unique" on "connector_configs" ("provider")`,
  ],
  sync_logs: [
    `create index if not exists "sync_logs_started_at_id_index" on "sync_logs" ("started_at", "id")`,
    `create index if not exists "sync_logs_provider_started_at_id_index" on "sync_logs" ("provider", "started_at", "id")`,
  ],
};
