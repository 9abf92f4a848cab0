import { openDatabase } from '@passerelle/database';

/** Makes a database as an older application left it, with one row in each of its three tables and a token in clear text. */
export async function makeOlderDatabase(url: string, token: string): Promise<void> {
  const older = await openDatabase({ url });
  for (const statement of [
    'create table deals (id integer primary key, client varchar(255) not null, statut varchar(50), montant_brut real, probabilite real, valeur_ponderee real, secteur varchar(100), date_echeance text, assignee text, notes text, created_at text, updated_at text)',
    'create table connector_configs (id integer primary key, provider text unique not null, api_token text, base_id text, table_name text, field_mapping text, is_active integer, updated_at text)',
    'create table sync_logs (id integer primary key, provider text, direction text, status text, records_processed integer, records_created integer, records_updated integer, error_message text, started_at text, completed_at text)',
    "insert into deals values (7, 'Aubépine SA', 'qualifié', 1500.5, null, null, 'Santé', '2026-12-24', null, null, '2025-03-04 10:11:12.123456', '2025-03-05 08:00:00')",
    `insert into connector_configs values (3, 'airtable', '${token}', 'appOlder00000001', 'Deals', '{"client": "Nom"}', 1, '2025-03-04 10:11:12')`,
    "insert into sync_logs values (9, 'airtable', 'import', 'success', 1, 1, 0, null, '2025-03-04 10:11:12', '2025-03-04 10:11:13')",
  ]) {
    await older.em().execute(statement);
  }
  await older.close();
}
