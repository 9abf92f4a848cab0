import type { ConnectorDefinition } from '@passerelle/connector';
import { capabilities } from './capabilities.ts';
import { NotionConnector } from './notion-connector.ts';
import { parseBaseId } from './parse-base-id.ts';

/** The Notion provider: one data source of one database, seen by one integration's token. */
export const notion: ConnectorDefinition = {
  provider: 'notion',
  label: 'Notion',
  capabilities,
  plans: [],
  parseBaseId,
  connect: (settings) => new NotionConnector(settings),
};
