import {
  type ConnectionCheck,
  type ConnectionReport,
  type Connector,
  ConnectorError,
  type MappedColumn,
} from '@passerelle/connector';
import type { NotionClient } from '../client/notion-client.ts';
import { checkMapping, mappedColumns } from './check-mapping.ts';
import { checkTableAccess } from './check-table.ts';
import { checkToken } from './check-token.ts';
import { checkWrite } from './check-write.ts';
import { countRows } from './count-rows.ts';

/**
 * Tests a connection step by step, at most four requests before counting. A step that fails ends the test when the
 * next ones would only repeat it.
 */
export async function testConnection(
  connector: Pick<Connector, 'schema' | 'readPage'> & { readonly client: NotionClient },
  { columns, signal }: { columns: readonly MappedColumn[]; signal?: AbortSignal | undefined },
): Promise<ConnectionReport> {
  const { client } = connector;
  const token = await checkToken(client, signal);
  if (token.some(({ ok }) => !ok)) return unreached(token);
  const { checks: access, schema } = await checkTableAccess(() => connector.schema({ signal }));
  if (schema === null) return unreached([...token, ...access]);
  const mapping = checkMapping(schema, columns);
  const write = await checkWrite(client, mappedColumns(schema, columns), signal);
  const checks = [...token, ...access, mapping, write];
  try {
    const count = await countRows(connector, schema, signal);
    return { checks, tableName: schema.tableName, ...count };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return {
      checks: checks.map((check) => (check.name === 'table' ? uncounted(error) : check)),
      tableName: schema.tableName,
      recordCount: null,
      countCapped: false,
    };
  }
}

function unreached(checks: ConnectionCheck[]): ConnectionReport {
  return { checks, tableName: null, recordCount: null, countCapped: false };
}

function uncounted({ message }: ConnectorError): ConnectionCheck {
  return { name: 'table', ok: false, message: `Les lignes n'ont pas pu être comptées. ${message}` };
}
