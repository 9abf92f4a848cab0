import { ConnectorError, type RemoteColumn, type RemoteSchema } from '@passerelle/connector';

/** The column with this id. Throws `ConnectorError` `column_missing` when the table has none. */
export function columnOf(schema: RemoteSchema, columnId: string): RemoteColumn {
  const column = schema.columns.find(({ id }) => id === columnId);
  if (column) return column;
  throw new ConnectorError(
    'column_missing',
    `La table Notion « ${schema.tableName} » n'a pas de colonne « ${columnId} ». Corrigez field_mapping.`,
  );
}

/** The columns with these ids, in that order. */
export function columnsOf(schema: RemoteSchema, columnIds: readonly string[]): RemoteColumn[] {
  return columnIds.map((id) => columnOf(schema, id));
}
