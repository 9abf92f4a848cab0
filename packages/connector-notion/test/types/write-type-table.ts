import { writeFileSync } from 'node:fs';
import { NOTION_TYPES_PAGE, probeNotionTypes, renderNotionTypes } from './notion-type-table.ts';

writeFileSync(NOTION_TYPES_PAGE, renderNotionTypes(await probeNotionTypes()));
