import { writeFileSync } from 'node:fs';
import { AIRTABLE_TYPES_PAGE, probeAirtableTypes, renderAirtableTypes } from './airtable-type-table.ts';

writeFileSync(AIRTABLE_TYPES_PAGE, renderAirtableTypes(await probeAirtableTypes()));
