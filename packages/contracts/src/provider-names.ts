/**
 * The services Passerelle keeps in step with the CRM. Adding a name here makes the compiler ask for its connector. A file of
 * its own, so that a page that only needs the names does not fetch the schemas too.
 */
export const PROVIDERS = ['airtable', 'notion'] as const;
