import type { Provider } from '@passerelle/contracts';
import {
  SANDBOX_AIRTABLE_BASE_ID,
  SANDBOX_AIRTABLE_TABLE_ID,
  SANDBOX_AIRTABLE_TABLE_NAME,
  SANDBOX_NOTION_DATA_SOURCE_ID,
  SANDBOX_NOTION_DATABASE_ID,
  type SandboxOptions,
  startSandbox,
} from '@passerelle/emulators';
import type { ApiUrls } from './connect.ts';

/** What to configure to reach the sandbox, beside its token. */
export interface SandboxTable {
  readonly provider: Provider;
  readonly baseId: string;
  readonly tableName: string | null;
}

/** The tables of the sandbox, one per provider. */
export const SANDBOX_TABLES: readonly SandboxTable[] = [
  { provider: 'airtable', baseId: SANDBOX_AIRTABLE_BASE_ID, tableName: SANDBOX_AIRTABLE_TABLE_NAME },
  { provider: 'notion', baseId: SANDBOX_NOTION_DATABASE_ID, tableName: null },
];

/**
 * Starts the emulators inside this process, on loopback ports of their own, and tells the ids of the rows each table begins with. Unless asked otherwise they have no speed
 * limits: whoever tries Passerelle should not wait for limits that protect nobody.
 */
export async function openSandbox(options: SandboxOptions = {}) {
  const emulators = await startSandbox({ limits: 'off', ...options });
  const urls: ApiUrls = { airtable: emulators.airtable.url, notion: emulators.notion.url };
  const rowIds = {
    [SANDBOX_AIRTABLE_TABLE_ID]: idsOf(emulators.airtable.state.table(SANDBOX_AIRTABLE_TABLE_ID).records()),
    [SANDBOX_NOTION_DATA_SOURCE_ID]: idsOf(
      emulators.notion.state.dataSource(SANDBOX_NOTION_DATA_SOURCE_ID).rows,
    ),
  };
  return { urls, rowIds, emulators, close: () => emulators.close() };
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
