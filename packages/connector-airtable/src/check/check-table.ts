import { type ConnectionCheck, ConnectorError, type RemoteSchema } from '@passerelle/connector';
import * as sentences from '../client/sentences.ts';
import type { AirtableBase } from '../table/base.ts';
import { findTable, type TableWish } from '../table/find-table.ts';
import { toRemoteSchema } from '../table/to-remote-schema.ts';
import type { Table } from '../table/wire.ts';

/** Whether the base's tables can be seen: one request. */
export async function checkAccess(
  base: AirtableBase,
  { scopes, signal }: { scopes: readonly string[] | null; signal: AbortSignal | undefined },
): Promise<{ check: ConnectionCheck; tables: readonly Table[] | null }> {
  const missing = ['schema.bases:read', 'data.records:read'].filter(
    (scope) => scopes?.includes(scope) === false,
  );
  if (missing.length > 0) return { check: refused(sentences.scopesMissing(missing)), tables: null };
  try {
    const tables = await base.load({ signal });
    const message = `La base est accessible : ${tables.length} table${tables.length > 1 ? 's' : ''}.`;
    return { check: { name: 'access', ok: true, message }, tables };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { check: refused(error.message), tables: null };
  }
}

/** Which of the tables is meant. */
export function checkTable(
  tables: readonly Table[],
  { wish, baseId }: { wish: TableWish; baseId: string },
): { check: ConnectionCheck; table: Table | null; schema: RemoteSchema | null } {
  try {
    const table = findTable(tables, wish);
    const schema = toRemoteSchema(table, { id: baseId, tables });
    const message = `Table « ${table.name} » trouvée, ${schema.columns.length} colonnes.`;
    return { check: { name: 'table', ok: true, message }, table, schema };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { check: { name: 'table', ok: false, message: error.message }, table: null, schema: null };
  }
}

function refused(message: string): ConnectionCheck {
  return { name: 'access', ok: false, message };
}
