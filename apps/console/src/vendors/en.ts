import type { vendors as french } from './fr.ts';

/** What to do on the vendors' own pages, in English. */
export const vendors: Readonly<Record<keyof typeof french, string>> = {
  'vendors.airtable.create': 'On the page of tokens, choose “Create new token” and name it.',
  'vendors.airtable.permissions':
    'Add three scopes: schema.bases:read to see your tables and columns, data.records:read to read your deals, data.records:write to write them there.',
  'vendors.airtable.access': 'Under “Access”, add the base to connect, and only that one.',
  'vendors.airtable.copy': 'Create the token and copy it (it begins with pat): Airtable shows it only once.',
  'vendors.airtable.base': 'Address of the base',
  'vendors.notion.create':
    'On the page of integrations, choose “New integration”, an internal one, in your workspace.',
  'vendors.notion.permissions':
    'Keep “Read content”, “Update content” and “Insert content” ticked, and “Read user information” for the names of people in charge.',
  'vendors.notion.access':
    'In Notion, open the page of the database, its “•••” menu, “Connections”, and add this integration.',
  'vendors.notion.copy': 'Copy the “Internal Integration Secret” (it begins with ntn_).',
  'vendors.notion.base': 'Address of the database',
};
