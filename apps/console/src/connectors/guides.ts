import type { Provider } from '@passerelle/contracts';

/** Where each service makes tokens. The words beside it are in the catalogue, under the service's name. */
export const TOKEN_PAGES: Readonly<Record<Provider, string>> = {
  airtable: 'https://airtable.com/create/tokens',
  notion: 'https://www.notion.so/profile/integrations',
};
