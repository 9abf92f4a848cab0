import { Client } from '@notionhq/client';
import Airtable from 'airtable';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  SANDBOX_AIRTABLE_BASE_ID,
  SANDBOX_AIRTABLE_TABLE_NAME,
  SANDBOX_NOTION_DATA_SOURCE_ID,
  SANDBOX_NOTION_DATABASE_ID,
  SANDBOX_TOKEN,
  type Sandbox,
  startSandbox,
} from '../../src/index.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ today: '2026-11-22', limits: 'off' });
});
afterAll(() => sandbox.close());

async function airtableRows(): Promise<Record<string, unknown>[]> {
  const endpointUrl = new URL(sandbox.airtable.url).origin;
  const base = new Airtable({ apiKey: SANDBOX_TOKEN, endpointUrl }).base(SANDBOX_AIRTABLE_BASE_ID);
  const records = await base(SANDBOX_AIRTABLE_TABLE_NAME).select().all();
  return records.map(({ fields }) => fields);
}

interface NotionRow {
  properties: {
    Name: { title: { plain_text: string }[] };
    Status: { status: { name: string } | null };
    Amount: { number: number | null };
  };
}

async function notionRows(): Promise<NotionRow[]> {
  const client = new Client({ auth: SANDBOX_TOKEN, baseUrl: new URL(sandbox.notion.url).origin });
  const rows: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.dataSources.query({
      data_source_id: SANDBOX_NOTION_DATA_SOURCE_ID,
      ...(cursor !== undefined && { start_cursor: cursor }),
    });
    rows.push(...page.results);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return rows as NotionRow[];
}

describe('startSandbox', () => {
  test('Airtable holds 250 deals in the columns of the CRM, imperfect ones included', async () => {
    const rows = await airtableRows();
    expect(rows).toHaveLength(250);
    const amounts = rows.map((row) => row.Amount);
    expect(amounts.filter((amount) => amount === undefined)).toHaveLength(5);
    expect(amounts.filter((amount) => typeof amount === 'number' && amount <= 0)).toHaveLength(4);
    expect(rows.filter((row) => row.Name === undefined)).toHaveLength(3);
    expect(rows.filter((row) => String(row.Notes).includes('douze mille euros'))).toHaveLength(1);
    const columns = new Set(rows.flatMap((row) => Object.keys(row)));
    expect([...columns].sort()).toEqual([
      'Amount',
      'Assignee',
      'Due Date',
      'Name',
      'Notes',
      'Sector',
      'Status',
    ]);
  });

  test('Notion holds 250 others, and no client is at both', async () => {
    const rows = await notionRows();
    expect(rows).toHaveLength(250);
    const names = rows.flatMap((row) => row.properties.Name.title.map((part) => part.plain_text));
    expect(names).toHaveLength(247);
    const airtable = new Set((await airtableRows()).map((row) => row.Name));
    expect(names.filter((name) => airtable.has(name))).toEqual([]);
    expect(rows.filter((row) => row.properties.Amount.number === null)).toHaveLength(5);
    expect(rows.filter((row) => row.properties.Status.status?.name === 'À rappeler')).toHaveLength(2);
  });

  test('the Notion database is known by its fixed id', async () => {
    const client = new Client({ auth: SANDBOX_TOKEN, baseUrl: new URL(sandbox.notion.url).origin });
    const database = await client.databases.retrieve({ database_id: SANDBOX_NOTION_DATABASE_ID });
    expect(database).toMatchObject({ data_sources: [{ id: SANDBOX_NOTION_DATA_SOURCE_ID, name: 'Deals' }] });
  });

  test('a taken port leaves nothing running', async () => {
    await expect(startSandbox({ notionPort: sandbox.notion.port })).rejects.toThrow('EADDRINUSE');
  });
});
