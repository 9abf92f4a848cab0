import type { ConnectorDefinition } from '@passerelle/connector';
import { airtable } from '@passerelle/connector-airtable';
import { notion } from '@passerelle/connector-notion';
import type { Provider } from '@passerelle/contracts';

/** The connector of each provider: the one line that joins a connector package to its name. */
export const CONNECTORS: Readonly<Record<Provider, ConnectorDefinition>> = { airtable, notion };
