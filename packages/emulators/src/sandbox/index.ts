export { type Imperfection, SANDBOX_IMPERFECTIONS, SANDBOX_STATUS_OPTIONS } from './imperfections.ts';
export {
  SANDBOX_AIRTABLE_BASE_ID,
  SANDBOX_AIRTABLE_TABLE_ID,
  SANDBOX_AIRTABLE_TABLE_NAME,
} from './sandbox-airtable.ts';
export * from './sandbox-deals.ts';
export { SANDBOX_NOTION_DATA_SOURCE_ID, SANDBOX_NOTION_DATABASE_ID } from './sandbox-notion.ts';
export * from './start-sandbox.ts';
