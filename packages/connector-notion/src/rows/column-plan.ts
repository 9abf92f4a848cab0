import type { RemoteColumn } from '@passerelle/connector';
import type { NotionClient } from '../client/notion-client.ts';
import type { NameDirectory } from '../names/name-directory.ts';
import type { TableConfig, TableConfigs } from '../table/table-configs.ts';

/** What one connector keeps between its calls. */
export interface RowReader {
  readonly client: NotionClient;
  readonly names: NameDirectory;
  readonly configs: TableConfigs;
}

/** Columns to read from a table, with what their cells need. */
export interface ColumnPlan {
  readonly tableId: string;
  readonly columns: readonly RemoteColumn[];
  readonly config: TableConfig;
  /** Property ids to ask for: the columns, and the relations that rollups and formulas among them follow. */
  readonly propertyIds: readonly string[];
  /** Columns that follow links into a table hidden from us, where an empty cell proves nothing. */
  readonly blindIds: ReadonlySet<string>;
}

/** What reading needs beside a plan. */
export interface PlannedCall {
  readonly plan: ColumnPlan;
  readonly signal?: AbortSignal | undefined;
}

const NO_CONFIG: TableConfig = {
  linkedTable: () => undefined,
  relationsOf: () => [],
  optionsOf: () => [],
};

/** Types whose cells follow links to other rows, or may do so. */
const LINKED_TYPES = new Set(['relation', 'rollup', 'formula']);

/** Prepares the reading of these columns; asks Notion, once, only when some among them may follow links. */
export async function planColumns(
  { configs }: RowReader,
  request: {
    readonly tableId: string;
    readonly columns: readonly RemoteColumn[];
    readonly signal?: AbortSignal | undefined;
  },
): Promise<ColumnPlan> {
  const { tableId, columns, signal } = request;
  const needsConfig = columns.some(({ type }) => LINKED_TYPES.has(type));
  const config = needsConfig ? await configs.of(tableId, signal) : NO_CONFIG;
  const relations = columns.flatMap(({ id }) => config.relationsOf(id));
  const blindIds = new Set<string>();
  for (const { id, type } of columns) {
    const followed = type === 'relation' ? [id] : type === 'rollup' ? config.relationsOf(id) : [];
    for (const target of followed.flatMap((relation) => config.linkedTable(relation) ?? [])) {
      if (target !== tableId && (await configs.isHidden(target, signal))) blindIds.add(id);
    }
  }
  const propertyIds = [...columns.map(({ id }) => id), ...relations];
  return { tableId, columns, config, propertyIds, blindIds };
}
