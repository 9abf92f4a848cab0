import {
  type CallOptions,
  type ConnectionCheck,
  type ConnectionReport,
  ConnectorError,
  type MappedColumn,
} from '@passerelle/connector';
import type { AirtableClient } from '../client/airtable-client.ts';
import type { AirtableBase } from '../table/base.ts';
import type { TableWish } from '../table/find-table.ts';
import { checkMapping } from './check-mapping.ts';
import { checkAccess, checkTable } from './check-table.ts';
import { checkToken } from './check-token.ts';
import { checkWrite } from './check-write.ts';
import { countRows } from './count-rows.ts';

/**
 * Tests a connection step by step, at most four requests before counting. A step that fails ends the test when the
 * next ones would only repeat it.
 */
export async function testConnection(
  { client, base, wish }: { client: AirtableClient; base: AirtableBase; wish: TableWish },
  { columns, signal }: CallOptions & { columns: readonly MappedColumn[] },
): Promise<ConnectionReport> {
  const { checks: reached, scopes } = await checkToken(client, signal);
  if (reached.some(({ ok }) => !ok)) return unreached(reached);
  const { check: access, tables } = await checkAccess(base, { scopes, signal });
  if (tables === null) return unreached([...reached, access]);
  const { check: found, table, schema } = checkTable(tables, { wish, baseId: base.id });
  if (table === null || schema === null) return unreached([...reached, access, found]);
  const mapping = checkMapping(schema, columns);
  const write = await checkWrite(client, { baseId: base.id, scopes, signal });
  const checks = [...reached, access, found, mapping, write];
  try {
    const count = await countRows(client, { baseId: base.id, table, signal });
    return { checks, tableName: table.name, ...count };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return unreached(checks.map((check) => (check.name === 'access' ? uncounted(error) : check)));
  }
}

function unreached(checks: ConnectionCheck[]): ConnectionReport {
  return { checks, tableName: null, recordCount: null, countCapped: false };
}

/** The metadata can be seen without the right to read records. */
function uncounted({ message }: ConnectorError): ConnectionCheck {
  return { name: 'access', ok: false, message: `Les enregistrements n'ont pas pu être lus. ${message}` };
}
