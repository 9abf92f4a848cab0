import { type Connector, ConnectorError, type RemoteSchema } from '@passerelle/connector';
import { ContractError, type FieldMapping, type MappingConflict } from '@passerelle/contracts';
import type { Database } from '@passerelle/database';
import { bindingsOfTable, type KnownBinding, mappingProblems } from '@passerelle/sync';

/** A live table, and what earlier runs know of it. */
export interface LiveTable {
  readonly schema: RemoteSchema;
  readonly known: readonly KnownBinding[];
}

/** Asks the vendor for its table. Throws what the connector throws. */
export async function lookAtTable(
  database: Database,
  connector: Connector,
  signal: AbortSignal | undefined,
): Promise<LiveTable> {
  const schema = await connector.schema({ signal });
  const { baseId, tableId } = schema;
  return {
    schema,
    known: await bindingsOfTable(database, { provider: connector.provider, baseId, tableId }),
  };
}

/** What cannot work in a mapping, as the contract tells it. */
export function conflictsOf(table: LiveTable, mapping: FieldMapping | null): MappingConflict[] {
  return mappingProblems({ ...table, mapping }).map(({ field, mappedTo, affects, message }) => ({
    field,
    mapped_to: mappedTo,
    affects,
    message,
  }));
}

/** The refusal of a call that the vendor would not or could not answer. */
export function vendorFailed(error: unknown): unknown {
  if (!(error instanceof ConnectorError)) return error;
  return new ContractError('vendor_failed', error.message, { cause: error });
}
