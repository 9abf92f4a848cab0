import BetterSqlite from 'better-sqlite3';

/** Tokens that an older application left: one in use, one long, one of a connector that was removed. */
export const OLDER_TOKENS = {
  airtable: 'patPLANTED0000.AirtableEnClair',
  notion: `ntnPLANTED1111${'x'.repeat(9_000)}`,
  removed: 'patPLANTED2222.Supprime',
} as const;

/** Rows as the older application wrote them: columns by name. */
export const OLDER_ROWS = {
  deals: [
    older(3, 'Aubépine SA', 'prospect', { montant_brut: 1500.1, probabilite: null, valeur_ponderee: null }),
    older(5, 'Côté & fils', 'négociation', { montant_brut: 200, probabilite: 0.7, valeur_ponderee: null }),
    older(7, 'Perdu de vue', 'abandonné', { montant_brut: 10, probabilite: null, valeur_ponderee: null }),
    older(9, "L'Œuvre", 'gagné', {
      secteur: 'BTP',
      date_echeance: '2026-03-31',
      assignee: 'Zoé',
      notes: 'ligne 1\nligne 2',
      created_at: '2026-01-05 10:00:00.123456',
      updated_at: null,
    }),
  ],
  connector_configs: [
    {
      id: 1,
      provider: 'airtable',
      api_token: OLDER_TOKENS.airtable,
      base_id: 'appOld',
      table_name: 'Deals',
      field_mapping: '{"client": "Nom"}',
      is_active: 1,
      updated_at: '2026-01-05 10:00:00',
    },
    {
      id: 4,
      provider: 'notion',
      api_token: OLDER_TOKENS.notion,
      base_id: null,
      table_name: null,
      field_mapping: null,
      is_active: 0,
      updated_at: '2026-01-06 10:00:00',
    },
  ],
  sync_logs: [
    olderLog(1, '2026-11-21 09:00:00'),
    olderLog(2, '2026-11-22 09:00:00.500000'),
    olderLog(3, '2026-11-20T23:59:59.999999'),
  ],
} as const;

function older(id: number, client: string, statut: string, values: Record<string, unknown>) {
  return {
    id,
    client,
    statut,
    montant_brut: 99.99,
    probabilite: 1,
    valeur_ponderee: 99.99,
    secteur: null,
    date_echeance: null,
    assignee: null,
    notes: null,
    created_at: '2026-01-02 08:00:00',
    updated_at: '2026-02-03 09:30:00',
    ...values,
  };
}

function olderLog(id: number, started_at: string) {
  return {
    id,
    provider: 'airtable',
    direction: 'import',
    status: 'success',
    records_processed: 2,
    records_created: 1,
    records_updated: null,
    error_message: null,
    started_at,
    completed_at: '2026-11-22 10:00:00',
  };
}

/** The three tables as a Python application declared them, in an order of its own, without most constraints. */
export function olderTables(dialect: 'sqlite' | 'postgresql'): string[] {
  const [id, real, flag] =
    dialect === 'sqlite'
      ? ['INTEGER PRIMARY KEY', 'REAL', 'BOOLEAN']
      : ['BIGSERIAL PRIMARY KEY', 'REAL', 'INTEGER'];
  return [
    `CREATE TABLE deals (updated_at VARCHAR(32), created_at VARCHAR(32) DEFAULT CURRENT_TIMESTAMP, id ${id}, client VARCHAR(255) NOT NULL, statut VARCHAR(50), montant_brut ${real}, probabilite ${real}, valeur_ponderee ${real}, secteur VARCHAR(100), date_echeance VARCHAR(10), assignee VARCHAR(100), notes TEXT)`,
    `CREATE TABLE connector_configs (id ${id}, provider VARCHAR(50) NOT NULL, api_token TEXT, base_id VARCHAR(255), table_name VARCHAR(255), field_mapping TEXT, is_active ${flag} DEFAULT 1, updated_at VARCHAR(32))`,
    `CREATE TABLE sync_logs (id ${id}, provider VARCHAR(50) NOT NULL, direction VARCHAR(10), status VARCHAR(10), records_processed INTEGER, records_created INTEGER, records_updated INTEGER, error_message TEXT, started_at VARCHAR(32), completed_at VARCHAR(32))`,
  ];
}

/** Insert statement and values of each row. */
export function olderInserts(): [statement: string, values: unknown[]][] {
  return Object.entries(OLDER_ROWS).flatMap(([table, rows]) =>
    rows.map((row): [string, unknown[]] => {
      const names = Object.keys(row);
      return [
        `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
        Object.values(row),
      ];
    }),
  );
}

/** A SQLite file as the older application left it: a token in a page that was freed, another in its journal. */
export function makeOlderSqlite(file: string, { extras = false } = {}): void {
  const database = new BetterSqlite(file);
  database.pragma('journal_mode = persist');
  database.pragma('secure_delete = off');
  for (const statement of olderTables('sqlite')) database.exec(statement);
  const removed = database.prepare('insert into connector_configs (provider, api_token) values (?, ?)');
  removed.run('ancien', OLDER_TOKENS.removed.repeat(500));
  database.exec('delete from connector_configs');
  for (const [statement, values] of olderInserts()) database.prepare(statement).run(values);
  database.exec(`update connector_configs set base_id = 'appOld' where id = 1`);
  if (extras) {
    database.exec(`alter table deals add column origine TEXT NOT NULL DEFAULT 'salon'`);
    database.exec(
      'create table visits (id integer primary key, deal_id integer references deals (id) on delete cascade)',
    );
    database.exec('insert into visits values (1, 3), (2, 9)');
    database.exec('create view big_deals as select client from deals where montant_brut > 100');
  }
  database.close();
}
