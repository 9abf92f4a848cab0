import { ConnectorError } from '@passerelle/connector';
import { ContractError, type SaveConnectorInput } from '@passerelle/contracts';
import { type ConnectionParts, openForTest } from '../connections.ts';
import { conflictsOf, lookAtTable } from './connector-look.ts';

/** A person who saves is not kept waiting for a vendor that does not answer. */
const LOOK_TIMEOUT_MS = 3_000;

/** What a person should know of a configuration that has just been saved; never fails, as it is saved. */
export async function warningsOfSave(parts: ConnectionParts, input: SaveConnectorInput): Promise<string[]> {
  // Switched on or off, nothing that a table could contradict has changed.
  if (!LOOKED_AT.some((field) => input[field] !== undefined)) return [];
  const signal = AbortSignal.timeout(LOOK_TIMEOUT_MS);
  try {
    const { connector, stored } = await openForTest(parts, input.provider);
    const table = await lookAtTable(parts.database, connector, signal);
    return conflictsOf(table, stored.mapping).map(({ message }) => message);
  } catch (error) {
    // Saved in several steps, a configuration is incomplete until the last one.
    if (error instanceof ContractError) return [];
    const why = error instanceof ConnectorError ? error.message : tooLate(signal);
    if (why === null) throw error;
    return [`Enregistré, mais la correspondance n’a pas pu être vérifiée. ${why}`];
  }
}

const LOOKED_AT = ['api_token', 'base_id', 'table_name', 'field_mapping'] as const;

function tooLate(signal: AbortSignal): string | null {
  if (!signal.aborted) return null;
  return `Le service n’a pas répondu en ${LOOK_TIMEOUT_MS / 1000} s. Testez la connexion quand il répondra.`;
}
