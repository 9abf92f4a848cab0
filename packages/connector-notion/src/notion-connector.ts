import {
  type CallOptions,
  type ConnectionReport,
  type Connector,
  ConnectorError,
  type ConnectorSettings,
  type MappedColumn,
  type RemotePage,
  type RemoteRecord,
  type RemoteSchema,
  type WriteItem,
} from '@passerelle/connector';
import { capabilities, LARGEST_PAGE } from './capabilities.ts';
import { testConnection } from './check/test-connection.ts';
import { NotionClient } from './client/notion-client.ts';
import * as sentences from './client/sentences.ts';
import { NameDirectory } from './names/name-directory.ts';
import { parseBaseId } from './parse-base-id.ts';
import { type PlannedCall, planColumns } from './rows/column-plan.ts';
import { columnOf, columnsOf } from './rows/columns.ts';
import { findByText } from './rows/find-by-text.ts';
import { OptionGate } from './rows/option-gate.ts';
import { PageSize } from './rows/page-size.ts';
import { readPage } from './rows/read-page.ts';
import { readRecord } from './rows/read-record.ts';
import { restoreRow, trashRow } from './rows/trash-row.ts';
import { whereabouts } from './rows/whereabouts.ts';
import { writeRow } from './rows/write-row.ts';
import { loadTable, type Table } from './table/load-table.ts';
import { TableConfigs } from './table/table-configs.ts';
import { toRemoteSchema } from './table/to-remote-schema.ts';

/** What every reading or writing call says of the table and the columns it is about. */
interface TableCall extends CallOptions {
  readonly schema: RemoteSchema;
  readonly columnIds: readonly string[];
}

/** One Notion data source. Keeps names of linked pages and the page size that Notion bears, nothing else. */
export class NotionConnector implements Connector {
  readonly provider = 'notion';
  readonly capabilities = capabilities;
  readonly client: NotionClient;
  readonly names: NameDirectory;
  readonly configs: TableConfigs;
  readonly options: OptionGate;
  readonly pageSize = new PageSize(LARGEST_PAGE);
  readonly #settings: ConnectorSettings;

  constructor(settings: ConnectorSettings) {
    this.#settings = settings;
    this.client = new NotionClient(settings);
    this.names = new NameDirectory(this.client);
    this.configs = new TableConfigs(this.client);
    this.options = new OptionGate(this.configs);
  }

  test({ columns, signal }: CallOptions & { columns: readonly MappedColumn[] }): Promise<ConnectionReport> {
    return testConnection(this, { columns, signal });
  }

  async schema({ signal }: CallOptions = {}): Promise<RemoteSchema> {
    return toRemoteSchema(await this.#table(signal));
  }

  async readPage(
    request: TableCall & { cursor: string | null; changedSince?: string | undefined },
  ): Promise<RemotePage> {
    const { cursor, changedSince } = request;
    return readPage(this, { ...(await this.#plan(request)), cursor, changedSince });
  }

  async readRecord(request: TableCall & { externalId: string }): Promise<RemoteRecord | null> {
    return readRecord(this, { ...(await this.#plan(request)), externalId: request.externalId });
  }

  whereabouts({ schema, externalId, signal }: CallOptions & { schema: RemoteSchema; externalId: string }) {
    return whereabouts(this.client, { tableId: schema.tableId, externalId, signal });
  }

  async findByText(request: TableCall & { columnId: string; value: string }): Promise<RemoteRecord[]> {
    const { columnId, value, columnIds, schema } = request;
    const call = await this.#plan({ ...request, columnIds: [...new Set([...columnIds, columnId])] });
    return findByText(this, { ...call, column: columnOf(schema, columnId), value });
  }

  async writeBatch(
    request: TableCall & { items: readonly WriteItem[]; createOptionsFor?: readonly string[] | undefined },
  ): Promise<RemoteRecord[]> {
    const { items, schema, createOptionsFor = [] } = request;
    if (items.length > capabilities.maxWriteBatch) {
      throw new ConnectorError('value_refused', "Notion ne prend qu'une ligne par écriture.");
    }
    const call = await this.#plan(request);
    return Promise.all(items.map((item) => writeRow(this, { ...call, schema, item, createOptionsFor })));
  }

  async archiveBatch({
    schema,
    externalIds,
    signal,
  }: CallOptions & { schema: RemoteSchema; externalIds: readonly string[] }): Promise<void> {
    if (externalIds.length > capabilities.maxArchiveBatch) {
      throw new RangeError(`${externalIds.length} rows in a batch of ${capabilities.maxArchiveBatch}`);
    }
    const { tableId } = schema;
    for (const id of externalIds) await trashRow(this, { id, tableId, signal });
  }

  async restoreRecord(request: TableCall & { externalId: string }): Promise<RemoteRecord> {
    return restoreRow(this, { ...(await this.#plan(request)), id: request.externalId });
  }

  async #table(signal: AbortSignal | undefined): Promise<Table> {
    const { baseId, tableName } = this.#settings;
    const id = parseBaseId(baseId);
    if (id === null) throw new ConnectorError('access_lost', sentences.NO_ID);
    const table = await loadTable(this.client, { id, tableName, signal });
    this.configs.remember(table.dataSource);
    return table;
  }

  async #plan({ schema, columnIds, signal }: TableCall): Promise<PlannedCall> {
    const columns = columnsOf(schema, columnIds);
    return { plan: await planColumns(this, { tableId: schema.tableId, columns, signal }), signal };
  }
}
