import * as z from 'zod';
import type { NotionClient } from '../client/notion-client.ts';
import { orNullWhenHidden } from '../names/or-null-when-hidden.ts';
import { propertyKey } from '../pages/property-id.ts';
import { calculatedFrom } from './calculated-from.ts';
import { DataSourceAnswer, optionNames, type PropertyConfig } from './wire.ts';

const Relation = z.object({ relation: z.object({ data_source_id: z.string() }) });

/** What reading a table's cells needs to know of its columns, beyond what the engine knows. */
export interface TableConfig {
  /** The table that a relation column links to. */
  linkedTable(columnId: string): string | undefined;
  /** Ids of the relation columns that a rollup gathers from, or that a formula's expression leads to. */
  relationsOf(columnId: string): readonly string[];
  /** Options of a choice column, as last read. */
  optionsOf(columnId: string): readonly string[];
}

/** Column settings by table: kept from the schema, or read once where this connector has not read one. */
export class TableConfigs {
  readonly #client: NotionClient;
  readonly #known = new Map<string, TableConfig>();
  readonly #hidden = new Set<string>();

  constructor(client: NotionClient) {
    this.#client = client;
  }

  remember(dataSource: DataSourceAnswer): TableConfig {
    const config = toConfig(dataSource);
    this.#known.set(dataSource.id, config);
    return config;
  }

  async of(tableId: string, signal: AbortSignal | undefined): Promise<TableConfig> {
    return this.#known.get(tableId) ?? (await this.refresh(tableId, signal));
  }

  /** Whether Notion hides the table from us: links into it then come as empty, without a word. Asked once. */
  async isHidden(tableId: string, signal: AbortSignal | undefined): Promise<boolean> {
    if (this.#hidden.has(tableId)) return true;
    const seen = await orNullWhenHidden(this.of(tableId, signal));
    if (seen === null) this.#hidden.add(tableId);
    return seen === null;
  }

  /** The settings as they are now: one request. */
  async refresh(tableId: string, signal: AbortSignal | undefined): Promise<TableConfig> {
    const path = `/data_sources/${tableId}`;
    const call = { method: 'GET', path, write: false, subject: 'table', signal } as const;
    return this.remember({ ...(await this.#client.call(call, DataSourceAnswer)), id: tableId });
  }
}

function toConfig({ properties }: DataSourceAnswer): TableConfig {
  const byKey = new Map<string, PropertyConfig>();
  for (const property of Object.values(properties)) byKey.set(propertyKey(property.id), property);
  const relations = new Map(
    [...byKey].map(([key, property]) => [key, calculatedFrom(property, [...byKey.values()])]),
  );
  const config = (columnId: string) => byKey.get(propertyKey(columnId));
  return {
    linkedTable: (columnId) => Relation.safeParse(config(columnId)).data?.relation.data_source_id,
    relationsOf: (columnId) => relations.get(propertyKey(columnId)) ?? [],
    optionsOf: (columnId) => {
      const property = config(columnId);
      return property ? optionNames(property) : [];
    },
  };
}
