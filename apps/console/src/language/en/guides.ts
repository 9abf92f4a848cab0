import type { guides as french } from '../fr/guides.ts';

/** How to get a token of each service, and why each permission is asked; one step per line. */
export const guides = {
  'guide.airtable.link': 'Open Airtable’s token page',
  'guide.airtable.steps':
    'On the token page, choose “Create new token”.\nGive it data.records:read (read your deals), data.records:write (write changes to them) and schema.bases:read (see tables and columns).\nUnder “Access”, add the base of your deals: without it the token opens nothing.\nCopy the token, it is shown only once.',
  'guide.airtable.base': 'Base',
  'guide.airtable.baseHint': 'The address of your base in the browser is enough: https://airtable.com/app…',
  'guide.notion.link': 'Open Notion’s integrations',
  'guide.notion.steps':
    'Create an internal integration in your workspace.\nGive it read, update and insert content (read your deals, write changes to them) and user information (name the owners).\nIn Notion, open your database, then ••• › Connections, and add the integration.\nCopy the integration’s secret.',
  'guide.notion.base': 'Database',
  'guide.notion.baseHint': 'The address of the database is enough: https://www.notion.so/…',
} as const satisfies Record<keyof typeof french, string>;
