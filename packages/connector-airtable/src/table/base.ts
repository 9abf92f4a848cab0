import { type CallOptions, ConnectorError } from '@passerelle/connector';
import type { AirtableClient } from '../client/airtable-client.ts';
import * as sentences from '../client/sentences.ts';
import { parseBaseId } from '../parse-base-id.ts';
import { type Table, TablesAnswer } from './wire.ts';

/** The base of a connection: its id, and its tables as last read. */
export class AirtableBase {
  readonly #client: AirtableClient;
  readonly #typedId: string;
  #tables: readonly Table[] | null = null;

  constructor(client: AirtableClient, typedId: string) {
    this.#client = client;
    this.#typedId = typedId;
  }

  /** @throws ConnectorError `access_lost` when what was typed holds no base id. */
  get id(): string {
    const id = parseBaseId(this.#typedId);
    if (id === null) throw new ConnectorError('access_lost', sentences.noBaseId(this.#typedId));
    return id;
  }

  /** The tables as they are now: one request. */
  async load({ signal }: CallOptions = {}): Promise<readonly Table[]> {
    const path = `/meta/bases/${this.id}/tables`;
    const { tables } = await this.#client.call(
      { method: 'GET', path, baseId: this.id, write: false, subject: 'table', signal },
      TablesAnswer,
    );
    this.#tables = tables;
    return tables;
  }

  /**
   * A table as last read: what a schema does not tell (time zones, linked tables) is kept from when it was read, and
   * read again when the columns asked for are not in it.
   *
   * @throws ConnectorError `column_missing`, `access_lost` when the table is gone.
   */
  async table(
    tableId: string,
    { columnIds, signal }: CallOptions & { columnIds: readonly string[] },
  ): Promise<Table> {
    const known = tableWith(this.#tables ?? [], { tableId, columnIds });
    if (known instanceof ConnectorError) {
      const read = tableWith(await this.load({ signal }), { tableId, columnIds });
      if (read instanceof ConnectorError) throw read;
      return read;
    }
    return known;
  }

  /** Another table of the base as last read, such as one that records are linked to. */
  otherTable(tableId: string): Table | undefined {
    return this.#tables?.find(({ id }) => id === tableId);
  }
}

function tableWith(
  tables: readonly Table[],
  { tableId, columnIds }: { tableId: string; columnIds: readonly string[] },
): Table | ConnectorError {
  const table = tables.find(({ id }) => id === tableId);
  if (!table) return new ConnectorError('access_lost', sentences.NOT_SHARED);
  const known = new Set(table.fields.map(({ id }) => id));
  const missing = columnIds.filter((id) => !known.has(id));
  if (missing.length === 0) return table;
  const names = table.fields.map(({ name }) => name);
  return new ConnectorError('column_missing', sentences.columnsMissing(missing, names));
}
