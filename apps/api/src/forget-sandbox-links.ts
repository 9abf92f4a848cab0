import { type Database, DealLink, RemoteTable } from '@passerelle/database';
import {
  SANDBOX_AIRTABLE_TABLE_ID,
  SANDBOX_NOTION_DATA_SOURCE_ID,
  type Sandbox,
} from '@passerelle/emulators';

/**
 * The sandbox begins anew with each process, the database does not: links to sandbox rows that are gone are
 * forgotten, so that an export creates those rows again instead of taking them for deleted by a person.
 */
export async function forgetSandboxLinks(database: Database, sandbox: Sandbox): Promise<void> {
  const present: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    [SANDBOX_AIRTABLE_TABLE_ID]: sandbox.airtable.state.table(SANDBOX_AIRTABLE_TABLE_ID).records(),
    [SANDBOX_NOTION_DATA_SOURCE_ID]: sandbox.notion.state.dataSource(SANDBOX_NOTION_DATA_SOURCE_ID).rows,
  };
  const em = database.em();
  for (const { id, table_id } of await em.find(RemoteTable, { table_id: { $in: Object.keys(present) } })) {
    const known = (present[table_id] ?? []).map((row) => row.id);
    await em.nativeDelete(DealLink, { remote_table_id: id, external_id: { $nin: known } });
  }
}
