import { openApiDocument } from './document.ts';

/** Where the checked-in document stands. */
export const OPENAPI_FILE = new URL('../../../../openapi/openapi.json', import.meta.url);

/** The document as it is checked in. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), null, 2)}\n`;
}
