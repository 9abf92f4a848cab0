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
} from '@passerelle/connector';
import { capabilities } from './capabilities.ts';
import { testConnection } from './check/test-connection.ts';
import { AirtableClient, type AirtableTimes } from './client/airtable-client.ts';
import { NOT_RESTORABLE } from './client/sentences.ts';
import { deleteRecords } from './rows/delete-records.ts';
import { findByText } from './rows/find-by-text.ts';
import { LinkNameBook } from './rows/link-names.ts';
import { OptionGate } from './rows/option-gate.ts';
import { readPage } from './rows/read-page.ts';
import { readRecord } from './rows/read-record.ts';
import { openTable, type TableAccess } from './rows/table-access.ts';
import { writeBatch } from './rows/write-batch.ts';
import { AirtableBase } from './table/base.ts';
import { findTable } from './table/find-table.ts';
import { toRemoteSchema } from './table/to-remote-schema.ts';

type Request<Name extends 'readPage' | 'readRecord' | 'findByText' | 'writeBatch' | 'archiveBatch'> =
  Parameters<Connector[Name]>[0];

/** One table of one base. */
export class AirtableConnector implements Connector {
  readonly provider = 'airtable';
  readonly capabilities = capabilities;
  readonly #settings: ConnectorSettings;
  readonly #client: AirtableClient;
  readonly #base: AirtableBase;
  readonly #linkNames: LinkNameBook;
  readonly #options: OptionGate;

  constructor(settings: ConnectorSettings, times: AirtableTimes) {
    this.#settings = settings;
    this.#client = new AirtableClient(settings, times);
    this.#base = new AirtableBase(this.#client, settings.baseId);
    this.#linkNames = new LinkNameBook(this.#client, this.#base);
    this.#options = new OptionGate(this.#base);
  }

  test(options: CallOptions & { columns: readonly MappedColumn[] }): Promise<ConnectionReport> {
    return testConnection({ client: this.#client, base: this.#base, wish: this.#settings }, options);
  }

  async schema(options: CallOptions = {}): Promise<RemoteSchema> {
    const tables = await this.#base.load(options);
    return toRemoteSchema(findTable(tables, this.#settings), { id: this.#base.id, tables });
  }

  async readPage(request: Request<'readPage'>): Promise<RemotePage> {
    return readPage(await this.#open(request), request);
  }

  async readRecord(request: Request<'readRecord'>): Promise<RemoteRecord | null> {
    return readRecord(await this.#open(request), request.externalId);
  }

  async whereabouts(request: CallOptions & { schema: RemoteSchema; externalId: string }) {
    const record = await this.readRecord({ ...request, columnIds: [] });
    return record === null ? ('gone' as const) : ('there' as const);
  }

  async findByText(request: Request<'findByText'>): Promise<RemoteRecord[]> {
    return findByText(await this.#open(request), request);
  }

  async writeBatch(request: Request<'writeBatch'>): Promise<RemoteRecord[]> {
    const { schema, items, createOptionsFor = [] } = request;
    const admitted = await this.#options.admit({ ...request, tableId: schema.tableId, createOptionsFor });
    return writeBatch(await this.#open(request), { items, ...admitted });
  }

  async archiveBatch(request: Request<'archiveBatch'>): Promise<void> {
    await deleteRecords(await this.#open({ ...request, columnIds: [] }), request.externalIds);
  }

  async restoreRecord(): Promise<RemoteRecord> {
    throw new ConnectorError('value_refused', NOT_RESTORABLE);
  }

  #open(request: CallOptions & { schema: RemoteSchema; columnIds: readonly string[] }): Promise<TableAccess> {
    return openTable({ client: this.#client, base: this.#base, linkNames: this.#linkNames }, request);
  }
}
