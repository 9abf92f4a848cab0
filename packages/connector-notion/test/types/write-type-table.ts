import { writeFileSync } from 'node:fs';
import { probeNotionTypes, renderNotionTypes } from './notion-type-table.ts';

const page = new URL('../../../../docs/types-notion.md', import.meta.url);
writeFileSync(page, renderNotionTypes(await probeNotionTypes()));
