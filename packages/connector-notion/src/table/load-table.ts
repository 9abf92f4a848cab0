import { ConnectorError } from '@passerelle/connector';
import type { NotionClient } from '../client/notion-client.ts';
import * as sentences from '../client/sentences.ts';
import { toNotionId } from '../notion-id.ts';
import { chooseTable, type TableName } from './choose-table.ts';
import { DatabaseAnswer, DataSourceAnswer, isTrashed } from './wire.ts';

/** The data source a connection is bound to, and where it was found. */
export interface Table {
  readonly databaseId: string;
  readonly tables: readonly TableName[];
  readonly dataSource: DataSourceAnswer;
  readonly name: string;
}

/** How to find a table: `id` is a database or a data source, as either can be copied from the app. */
export interface TableAddress {
  readonly id: string;
  readonly tableName: string | null;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Two requests: the database and its data source, or a database that is none and the data source itself.
 *
 * @throws ConnectorError `table_ambiguous`, `access_lost`, and what any call may throw.
 */
export async function loadTable(client: NotionClient, address: TableAddress): Promise<Table> {
  const database = await findDatabase(client, address);
  if (database === null) return loadDataSourceItself(client, address);
  if (isTrashed(database)) throw new ConnectorError('access_lost', sentences.IN_TRASH);
  const tables = database.data_sources.map(({ id, name }) => ({ id: normal(id), name: name ?? '' }));
  const chosen = chooseTable(tables, address.tableName);
  const dataSource = await loadDataSource(client, { ...address, id: chosen.id });
  const name = nameOf(dataSource, chosen.name);
  return { databaseId: normal(database.id), tables, dataSource, name };
}

/** `null` when the id is no database we can see, in which case it may still be a data source. */
async function findDatabase(client: NotionClient, { id, signal }: TableAddress) {
  try {
    const call = { method: 'GET', path: `/databases/${id}`, write: false, subject: 'table', signal } as const;
    return await client.call(call, DatabaseAnswer);
  } catch (error) {
    if (
      error instanceof ConnectorError &&
      (error.status === 404 || error.status === 400) &&
      error.vendorCode
    ) {
      return null;
    }
    throw error;
  }
}

async function loadDataSourceItself(client: NotionClient, address: TableAddress): Promise<Table> {
  const dataSource = await loadDataSource(client, address).catch((error: unknown) => {
    if (!(error instanceof ConnectorError) || error.status !== 400) throw error;
    const { status, vendorCode } = error;
    throw new ConnectorError('access_lost', sentences.NOT_A_TABLE, { status, vendorCode, cause: error });
  });
  const name = nameOf(dataSource, '');
  const databaseId = normal(dataSource.parent?.database_id ?? dataSource.id);
  return { databaseId, tables: [{ id: dataSource.id, name }], dataSource, name };
}

async function loadDataSource(client: NotionClient, { id, signal }: TableAddress): Promise<DataSourceAnswer> {
  const call = {
    method: 'GET',
    path: `/data_sources/${id}`,
    write: false,
    subject: 'table',
    signal,
  } as const;
  const dataSource = await client.call(call, DataSourceAnswer);
  if (isTrashed(dataSource)) throw new ConnectorError('access_lost', sentences.IN_TRASH);
  return { ...dataSource, id: normal(dataSource.id) };
}

function nameOf({ title }: DataSourceAnswer, listed: string): string {
  return title || listed || 'Sans titre';
}

function normal(id: string): string {
  return toNotionId(id) ?? id;
}
