import { type CellValue, matchOption, type RemoteColumn } from '@passerelle/connector';
import { checkOptionName, unknownChoices } from '../cells/write-choice.ts';
import type { TableConfigs } from '../table/table-configs.ts';

/** What may be added, and where. */
export interface OptionRequest {
  readonly tableId: string;
  /** Ids of the columns in which an unknown choice becomes an option. */
  readonly createOptionsFor: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Notion adds an unknown option of a select unasked, and never one of a status: this decides before anything is sent. */
export class OptionGate {
  readonly #configs: TableConfigs;
  /** Choices that a fresh look did not find: one look for each, not one for each row that makes it. */
  readonly #absent = new Set<string>();
  /** By column, options on their way to Notion: another spelling of one is that one, whichever request arrives first. */
  readonly #added = new Map<string, string[]>();

  constructor(configs: TableConfigs) {
    this.#configs = configs;
  }

  /**
   * The column with the options it has now, and with those that the value may add to it. A choice that is in neither
   * is for `writeCell` to refuse.
   *
   * @throws ConnectorError `value_refused` for a new option that Notion could not take.
   */
  async admit(value: CellValue, column: RemoteColumn, request: OptionRequest): Promise<RemoteColumn> {
    const unknown = unknownChoices(value, column);
    if (unknown.length === 0) return column;
    const known = await this.#lookUp(unknown, column, request);
    if (column.type === 'status' || !request.createOptionsFor.includes(column.id)) return known;
    const added = this.#added.get(column.id) ?? [];
    this.#added.set(column.id, added);
    for (const name of unknownChoices(value, known)) {
      checkOptionName(name, known);
      if (matchOption(name, added) === undefined) added.push(name);
    }
    const news = added.filter((name) => matchOption(name, known.options) === undefined);
    return { ...known, options: [...known.options, ...news] };
  }

  async #lookUp(
    unknown: readonly string[],
    column: RemoteColumn,
    { tableId, signal }: OptionRequest,
  ): Promise<RemoteColumn> {
    const config = unknown.every((name) => this.#absent.has(key(column, name)))
      ? await this.#configs.of(tableId, signal)
      : await this.#configs.refresh(tableId, signal);
    const known = { ...column, options: config.optionsOf(column.id) };
    for (const name of unknown) this.#absent.add(key(column, name));
    return known;
  }
}

function key({ id }: RemoteColumn, name: string): string {
  return `${id} ${name}`;
}
