import {
  type AirtableEmulator,
  type NotionEmulator,
  startAirtableEmulator,
  startNotionEmulator,
} from '@passerelle/emulators';

/** A remote row by the names of the default mapping's columns. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What a configuration of each provider says to reach the table below. */
export const CONFIGURATIONS = {
  airtable: {
    api_token: 'patPlantedToken01.f1e2d3c4b5a6978877665544332211ff',
    base_id: 'appPasserelle0001',
    table_name: 'Deals',
  },
  notion: {
    api_token: 'ntn_PlantedToken0299887766554433221100ffeeddccbbaa',
    base_id: '00000000-0000-4000-8000-000000000001',
  },
} as const;

const STATUSES = ['prospect', 'qualifié', 'négociation', 'gagné', 'gagné - en cours', 'À rappeler'];
const { airtable, notion } = CONFIGURATIONS;

/** Airtable with one table of these rows, without speed limits. */
export function airtableWith(rows: readonly Row[]): Promise<AirtableEmulator> {
  const fields = [
    { name: 'Name', type: 'singleLineText' },
    { name: 'Status', type: 'singleSelect', choices: STATUSES },
    { name: 'Amount', type: 'number', options: { precision: 2 } },
    { name: 'Sector', type: 'singleLineText' },
    { name: 'Due Date', type: 'date', options: { dateFormat: { name: 'iso', format: 'YYYY-MM-DD' } } },
    { name: 'Assignee', type: 'singleLineText' },
    { name: 'Notes', type: 'multilineText' },
  ] as const;
  return startAirtableEmulator({
    tokens: { [airtable.api_token]: { bases: 'all' } },
    bases: [{ id: airtable.base_id, tables: [{ name: airtable.table_name, fields, records: rows }] }],
    limits: 'off',
  });
}

/** Notion with one database of these rows, without speed limits. */
export function notionWith(rows: readonly Row[]): Promise<NotionEmulator> {
  const properties = {
    Name: 'title',
    Status: { type: 'status', options: STATUSES },
    Amount: { type: 'number', format: 'euro' },
    Sector: 'rich_text',
    'Due Date': 'date',
    Assignee: 'rich_text',
    Notes: 'rich_text',
  } as const;
  return startNotionEmulator({
    tokens: { [notion.api_token]: {} },
    databases: [{ id: notion.base_id, title: 'Deals', dataSources: [{ properties, rows }] }],
    limits: 'off',
  });
}
