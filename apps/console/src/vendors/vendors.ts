import type { Provider } from '@passerelle/contracts';

/** What a person must find on a vendor's own pages. */
interface Vendor {
  /** Where a token is made. */
  readonly tokenPage: string;
  /** What the address of a base looks like, copied from the browser. */
  readonly baseExample: string;
}

/** Pages of the vendors; what to do there is in the catalogues beside this. */
export const VENDORS: Readonly<Record<Provider, Vendor>> = {
  airtable: {
    tokenPage: 'https://airtable.com/create/tokens',
    baseExample: 'https://airtable.com/app1a2B3c4D5e6F7g/tbl…',
  },
  notion: {
    tokenPage: 'https://www.notion.so/profile/integrations',
    baseExample: 'https://www.notion.so/mon-espace/1f2e3d4c5b6a…?v=…',
  },
};
