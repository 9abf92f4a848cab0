import {
  type ConnectionCheck,
  findMappedColumn,
  type MappedColumn,
  type RemoteColumn,
  type RemoteSchema,
} from '@passerelle/connector';

/** The columns that the mapping means, by name or id, as far as the table has them. */
export function mappedColumns(schema: RemoteSchema, mapped: readonly MappedColumn[]): RemoteColumn[] {
  return mapped.flatMap((column) => findMappedColumn(schema.columns, column) ?? []);
}

/** Whether the table has every mapped column. */
export function checkMapping(schema: RemoteSchema, mapped: readonly MappedColumn[]): ConnectionCheck {
  const missing = mapped.filter((column) => findMappedColumn(schema.columns, column) === undefined);
  if (missing.length === 0) {
    return { name: 'mapping', ok: true, message: 'Toutes les colonnes de la correspondance existent.' };
  }
  const known = quoted(schema.columns.map(({ name }) => name));
  return {
    name: 'mapping',
    ok: false,
    message: `Colonnes introuvables dans « ${schema.tableName} » : ${quoted(missing.map(({ text }) => text))}. Corrigez field_mapping. Colonnes de la table : ${known}.`,
  };
}

/** Names between French quotation marks. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `« ${name} »`).join(', ');
}
