import type { RemoteColumn, RemoteSchema } from '@passerelle/connector';
import { columnRule } from './column-rules.ts';
import type { Table } from './load-table.ts';
import { optionNames, type PropertyConfig } from './wire.ts';

/** The table as the engine knows it. */
export function toRemoteSchema({ databaseId, tables, dataSource, name }: Table): RemoteSchema {
  return {
    baseId: databaseId,
    tableId: dataSource.id,
    tableName: name,
    tables,
    columns: Object.values(dataSource.properties).map(toColumn),
  };
}

function toColumn(property: PropertyConfig): RemoteColumn {
  const { kind, readOnlyReason, changesListed } = columnRule(property.type);
  return {
    id: property.id,
    name: property.name,
    type: property.type,
    kind,
    writable: readOnlyReason === null,
    readOnlyReason,
    options: optionNames(property),
    changesListed,
  };
}
