import { describe, expect, test } from 'vitest';
import { notion } from '../src/index.ts';

const BARE = '1f2e3d4c5b6a79880123456789abcdef';
const ID = '1f2e3d4c-5b6a-7988-0123-456789abcdef';
const OTHER = 'ffffffffffffffffffffffffffffffff';

describe('the id inside what a person typed', () => {
  test.each([
    ['an id without hyphens', BARE],
    ['an id with hyphens', ID],
    ['capitals and blanks around', `  ${BARE.toUpperCase()}\n`],
    ['the end of a link', `Pipeline-2026-${BARE}`],
    ['the end of a link with its view', `Pipeline-2026-${BARE}?v=${OTHER}`],
    [
      'a link of the app with title, view and source',
      `https://app.notion.com/p/Mes-deals-${BARE}?v=${OTHER}&pvs=4`,
    ],
    ['an older link with the workspace', `https://www.notion.so/acme/Mes-deals-${BARE}?v=${OTHER}`],
    ['a link without title', `https://www.notion.so/${BARE}?v=${OTHER}`],
    ['a link with a hyphenated id', `https://app.notion.com/p/${ID}`],
    ['a row opened over its table', `https://www.notion.so/acme/${BARE}?v=${OTHER}&p=${OTHER}&pm=s`],
    ['a link without its scheme', `notion.so/acme/Mes-deals-${BARE}`],
    ['a published site', `https://acme.notion.site/Mes-deals-${BARE}`],
    ['a link of the desktop app', `notion://www.notion.so/acme/Mes-deals-${BARE}`],
    ['a title that ends in hexadecimal letters', `https://www.notion.so/decade-cafe-${BARE}#${OTHER}`],
    ['a final slash', `https://www.notion.so/${BARE}/`],
  ])('is found in %s', (_, typed) => {
    expect(notion.parseBaseId(typed)).toBe(ID);
  });

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['an Airtable base', 'appPasserelle0001'],
    ['an id one character short', BARE.slice(1)],
    ['an id one character long', `${BARE}0`],
    ['a letter that is not hexadecimal', `g${BARE.slice(1)}`],
    ['a link of another site', `https://example.com/${BARE}`],
    ['a site that only looks like Notion', `https://evilnotion.so/${BARE}`],
    ['a link with an id in its view only', `https://www.notion.so/acme?v=${OTHER}`],
    ['a broken address', `https://[notion.so/${BARE}`],
  ])('is not found in %s', (_, typed) => {
    expect(notion.parseBaseId(typed)).toBeNull();
  });
});
