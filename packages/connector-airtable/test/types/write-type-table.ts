import { writeFileSync } from 'node:fs';
import { probeAirtableTypes, renderAirtableTypes } from './airtable-type-table.ts';

const page = new URL('../../../../docs/types-airtable.md', import.meta.url);
writeFileSync(page, renderAirtableTypes(await probeAirtableTypes()));
