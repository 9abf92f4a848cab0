import { writeFile } from 'node:fs/promises';
import { OPENAPI_FILE, openApiText } from '../src/openapi/file.ts';

await writeFile(OPENAPI_FILE, openApiText());
console.log(`Écrit : ${OPENAPI_FILE.pathname}`);
