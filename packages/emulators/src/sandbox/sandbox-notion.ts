import type { DatabaseSeed } from '../notion/index.ts';
import { SANDBOX_SECTORS } from './company-names.ts';
import { SANDBOX_STATUS_OPTIONS } from './imperfections.ts';
import type { SandboxDeal } from './sandbox-deals.ts';
import { sandboxRows } from './sandbox-rows.ts';

/** The sandbox's Notion database, and the one data source in it. */
export const SANDBOX_NOTION_DATABASE_ID = '00000000-0000-4000-8000-000000000001';
export const SANDBOX_NOTION_DATA_SOURCE_ID = '00000000-0000-4000-8000-000000000002';

/** The database of the sandbox, filled with these deals. */
export function sandboxNotionDatabase(deals: Iterable<SandboxDeal>): DatabaseSeed {
  return {
    id: SANDBOX_NOTION_DATABASE_ID,
    title: 'Deals',
    dataSources: [
      {
        id: SANDBOX_NOTION_DATA_SOURCE_ID,
        name: 'Deals',
        properties: {
          Name: 'title',
          Status: { type: 'status', options: SANDBOX_STATUS_OPTIONS },
          Amount: { type: 'number', format: 'euro' },
          Sector: { type: 'select', options: SANDBOX_SECTORS },
          'Due Date': 'date',
          Assignee: 'rich_text',
          Notes: 'rich_text',
        },
        rows: sandboxRows(deals),
      },
    ],
  };
}
