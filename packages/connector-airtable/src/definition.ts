import type { ConnectorDefinition } from '@passerelle/connector';
import { AirtableConnector } from './airtable-connector.ts';
import { capabilities, plans } from './capabilities.ts';
import type { AirtableTimes } from './client/airtable-client.ts';
import { lockOutMs } from './client/budgets.ts';
import { parseBaseId } from './parse-base-id.ts';

/** The Airtable provider, with times of one's own for tests. */
export function defineAirtable(times: Partial<AirtableTimes> = {}): ConnectorDefinition {
  return {
    provider: 'airtable',
    label: 'Airtable',
    capabilities,
    plans,
    parseBaseId,
    connect: (settings) => new AirtableConnector(settings, { lockOutMs, ...times }),
  };
}

/** The Airtable provider: one table of one base, seen by one personal access token. */
export const airtable: ConnectorDefinition = defineAirtable();
