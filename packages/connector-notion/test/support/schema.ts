import type { RemoteColumn, RemoteSchema } from '@passerelle/connector';
import { columnRule } from '../../src/table/column-rules.ts';
import { DATABASE_ID, TABLE_ID } from './connect.ts';

/** A column of this type, named and identified after it unless told otherwise. */
export function column(type: string, options: readonly string[] = [], id: string = type): RemoteColumn {
  const { kind, readOnlyReason, changesListed } = columnRule(type);
  const writable = readOnlyReason === null;
  return { id, name: type, type, kind, writable, readOnlyReason, options, changesListed };
}

/** A schema with these columns, as a run would have read it. */
export function schemaOf(columns: readonly RemoteColumn[]): RemoteSchema {
  return {
    baseId: DATABASE_ID,
    tableId: TABLE_ID,
    tableName: 'Deals',
    tables: [{ id: TABLE_ID, name: 'Deals' }],
    columns,
  };
}
