import type { Connector, VendorExchange } from '@passerelle/connector';
import { ContractError, type FieldMapping, notConfiguredMessage, type Provider } from '@passerelle/contracts';
import { ConnectorConfig, type Database, DatabaseError, type TokenCipher } from '@passerelle/database';
import type { Connect } from './connect.ts';
import { CONNECTORS } from './connectors.ts';
import { readFieldMapping, type StoredMapping } from './field-mapping.ts';
import type { SecretMask } from './secret-mask.ts';

/** A stored configuration, ready to be used. */
export interface OpenConnection {
  readonly connector: Connector;
  /** `null`: the default mapping. */
  readonly mapping: FieldMapping | null;
  readonly isActive: boolean;
}

/** A stored configuration to look through: its mapping may be unusable. */
interface LookingConnection {
  readonly connector: Connector;
  readonly stored: StoredMapping;
}

/** What connections are opened with. */
export interface ConnectionParts {
  readonly database: Database;
  readonly cipher: TokenCipher;
  readonly connect: Connect;
  /** Told of every token that passes, so that no log line shows one. */
  readonly mask: SecretMask;
}

/**
 * Opens the configured connection of a provider. Throws `ContractError`: `connector_not_configured`,
 * `connector_incomplete` (an unusable mapping included), `sandbox_off`. `onExchange` is told of all it sends.
 */
export async function openConnection(
  parts: ConnectionParts,
  provider: Provider,
  onExchange?: (exchange: VendorExchange) => void,
): Promise<OpenConnection> {
  const config = await findConfig(parts, provider);
  const connect: Connect = (target) => parts.connect({ ...target, onExchange });
  const { connector, stored } = openWhole({ ...parts, connect }, provider, config);
  if (stored.problem !== null) throw incomplete('field_mapping', stored.problem);
  return { connector, mapping: stored.mapping, isActive: config.is_active };
}

/** As `openConnection`, whatever the state of the mapping: for a test, which tells what is wrong with it. */
export async function openForTest(parts: ConnectionParts, provider: Provider): Promise<LookingConnection> {
  return openWhole(parts, provider, await findConfig(parts, provider));
}

/**
 * Opens the stored token on the saved table, or on another base or table. Which table may still be open: the
 * connector then says what there is to choose from. Throws `ContractError` as `openConnection`.
 */
export async function openForLook(
  parts: ConnectionParts,
  {
    provider,
    base_id,
    table_name,
  }: { provider: Provider; base_id?: string | undefined; table_name?: string | undefined },
): Promise<LookingConnection> {
  const config = await findConfig(parts, provider);
  const baseId = base_id ?? config.base_id ?? null;
  if (baseId === null) throw missing(provider, 'base_id');
  // A table of another base is another table, whatever its name.
  const savedTable = base_id === undefined || base_id === config.base_id ? (config.table_name ?? null) : null;
  return open(parts, { provider, config, baseId, tableName: table_name ?? savedTable });
}

async function findConfig({ database }: ConnectionParts, provider: Provider): Promise<ConnectorConfig> {
  const config = await database.em().findOne(ConnectorConfig, { provider });
  if (config === null) throw new ContractError('connector_not_configured', notConfiguredMessage(provider));
  return config;
}

function openWhole(parts: ConnectionParts, provider: Provider, config: ConnectorConfig): LookingConnection {
  const { base_id = null, table_name = null, api_token = null } = config;
  if (api_token === null) throw missing(provider, 'api_token');
  if (base_id === null) throw missing(provider, 'base_id');
  if (table_name === null && CONNECTORS[provider].capabilities.needsTableName) {
    throw missing(provider, 'table_name');
  }
  return open(parts, { provider, config, baseId: base_id, tableName: table_name });
}

function open(
  { cipher, mask, connect }: ConnectionParts,
  wish: { provider: Provider; config: ConnectorConfig; baseId: string; tableName: string | null },
): LookingConnection {
  const { provider, config, baseId, tableName } = wish;
  const { api_token = null, field_mapping = null } = config;
  if (api_token === null) throw missing(provider, 'api_token');
  const token = readToken(cipher, { stored: api_token, provider });
  mask.add(token);
  return {
    connector: connect({ provider, token, baseId, tableName }),
    stored: readFieldMapping(field_mapping),
  };
}

/** A key that was changed or lost is a person's to put right: they are told so, not that something unforeseen happened. */
function readToken(
  cipher: TokenCipher,
  { stored, provider }: { stored: string; provider: Provider },
): string {
  try {
    return cipher.decrypt(stored, provider);
  } catch (cause) {
    if (!(cause instanceof DatabaseError)) throw cause;
    const faults = [{ pointer: '/api_token', detail: cause.message }];
    throw new ContractError('connector_incomplete', cause.message, { faults, cause });
  }
}

function missing(provider: Provider, field: string): ContractError {
  return incomplete(
    field,
    `Configuration incomplète pour ${provider} : ${field} manque. Enregistrez-le, puis recommencez.`,
  );
}

function incomplete(field: string, detail: string): ContractError {
  return new ContractError('connector_incomplete', detail, { faults: [{ pointer: `/${field}`, detail }] });
}
