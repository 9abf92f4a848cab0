import { type CallOptions, isUnreadable } from '@passerelle/connector';
import { LARGEST_PAGE } from '../capabilities.ts';
import { type LinkNames, readCell } from '../cells/read-cell.ts';
import type { AirtableClient } from '../client/airtable-client.ts';
import type { AirtableBase } from '../table/base.ts';
import type { Field, Table } from '../table/wire.ts';
import { listRecords } from './list-records.ts';
import type { RecordAnswer } from './wire.ts';

/** Names kept at most; more are looked up again, so that memory does not grow with the base. */
const KEPT_NAMES = 20_000;

/** Airtable answers links as record ids; people mean the primary cell of those records. */
export class LinkNameBook {
  readonly #client: AirtableClient;
  readonly #base: AirtableBase;
  readonly #names = new Map<string, string>();

  constructor(client: AirtableClient, base: AirtableBase) {
    this.#client = client;
    this.#base = base;
  }

  /** The names of everything the records link to; one request per hundred that are not known yet. */
  async of(
    records: readonly RecordAnswer[],
    { fields, signal }: CallOptions & { fields: readonly Field[] },
  ): Promise<LinkNames> {
    if (this.#names.size > KEPT_NAMES) this.#names.clear();
    for (const field of fields) {
      const linked = this.#base.otherTable(field.options?.linkedTableId ?? '');
      if (!linked) continue;
      const ids = new Set(records.flatMap(({ fields: cells }) => linkedIds(cells[field.id])));
      const unknown = [...ids].filter((id) => !this.#names.has(id));
      for (let from = 0; from < unknown.length; from += LARGEST_PAGE) {
        await this.#lookUp(linked, { ids: unknown.slice(from, from + LARGEST_PAGE), signal });
      }
    }
    return this.known;
  }

  /** What is known without asking. */
  readonly known: LinkNames = (id) => this.#names.get(id);

  async #lookUp(table: Table, { ids, signal }: CallOptions & { ids: readonly string[] }): Promise<void> {
    const primary = table.fields.find(({ id }) => id === table.primaryFieldId);
    if (!primary) return;
    const { records } = await listRecords(this.#client, {
      baseId: this.#base.id,
      tableId: table.id,
      fieldIds: [primary.id],
      pageSize: LARGEST_PAGE,
      formula: `OR(${ids.map((id) => `RECORD_ID()='${id}'`).join(',')})`,
      signal,
    });
    for (const { id, fields } of records) {
      const cell = readCell(primary, fields[primary.id], () => undefined);
      if (!isUnreadable(cell)) this.#names.set(id, cell === null ? '' : String(cell));
    }
  }
}

const RECORD_ID = /^rec[0-9A-Za-z]{14}$/;

function linkedIds(cell: unknown): string[] {
  if (!Array.isArray(cell)) return [];
  return cell.filter((id): id is string => typeof id === 'string' && RECORD_ID.test(id));
}
