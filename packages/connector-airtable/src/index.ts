export { airtable, defineAirtable } from './definition.ts';
