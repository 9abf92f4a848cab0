import type { Connector } from '@passerelle/connector';
import { ContractError, type FieldMapping, notConfiguredMessage, type Provider } from '@passerelle/contracts';
import { ConnectorConfig, type Database, DatabaseError, type TokenCipher } from '@passerelle/database';
import type { Connect } from './connect.ts';
import { CONNECTORS } from './connectors.ts';
import { readFieldMapping } from './field-mapping.ts';
import type { SecretMask } from './secret-mask.ts';

/** A stored configuration, ready to be used. */
export interface OpenConnection {
  readonly connector: Connector;
  /** `null`: the default mapping. */
  readonly mapping: FieldMapping | null;
  readonly isActive: boolean;
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
 * `connector_incomplete`, `sandbox_off`.
 */
export async function openConnection(parts: ConnectionParts, provider: Provider): Promise<OpenConnection> {
  const config = await parts.database.em().findOne(ConnectorConfig, { provider });
  if (config === null) throw new ContractError('connector_not_configured', notConfiguredMessage(provider));
  const { api_token = null, base_id = null, table_name = null, field_mapping = null } = config;
  if (api_token === null) throw incomplete(provider, 'api_token');
  if (base_id === null) throw incomplete(provider, 'base_id');
  if (table_name === null && CONNECTORS[provider].capabilities.needsTableName) {
    throw incomplete(provider, 'table_name');
  }
  const token = readToken(parts.cipher, { stored: api_token, provider });
  parts.mask.add(token);
  return {
    connector: parts.connect({ provider, token, baseId: base_id, tableName: table_name }),
    mapping: readFieldMapping(field_mapping),
    isActive: config.is_active,
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

function incomplete(provider: Provider, field: string): ContractError {
  const detail = `Configuration incomplète pour ${provider} : ${field} manque. Enregistrez-le, puis recommencez.`;
  return new ContractError('connector_incomplete', detail, { faults: [{ pointer: `/${field}`, detail }] });
}
