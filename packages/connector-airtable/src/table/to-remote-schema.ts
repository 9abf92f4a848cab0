import type { RemoteColumn, RemoteSchema } from '@passerelle/connector';
import { fieldRule, isChangeListed } from './field-rules.ts';
import type { Field, Table } from './wire.ts';

/** Undocumented, seen in schemas, holds nothing for anybody. */
const HIDDEN_TYPE = 'manualSort';

/** The table as the engine knows it. */
export function toRemoteSchema(table: Table, base: { id: string; tables: readonly Table[] }): RemoteSchema {
  return {
    baseId: base.id,
    tableId: table.id,
    tableName: table.name,
    tables: base.tables.map(({ id, name }) => ({ id, name })),
    columns: table.fields.filter(({ type }) => type !== HIDDEN_TYPE).map(toColumn),
  };
}

function toColumn(field: Field): RemoteColumn {
  const { kind, readOnlyReason } = fieldRule(field);
  return {
    id: field.id,
    name: field.name,
    type: field.type,
    kind,
    writable: readOnlyReason === null,
    readOnlyReason,
    options: field.options?.choices?.map(({ name }) => name) ?? [],
    changesListed: isChangeListed(field.type),
  };
}
