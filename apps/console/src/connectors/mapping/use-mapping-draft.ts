import type { FieldMapping, SchemaOutput } from '@passerelle/contracts';
import { DEAL_FIELDS, type DealField } from '@passerelle/contracts/vocabulary';
import { useState } from 'react';
import { nameOrId } from '../name-or-id.ts';

/** A table as the schema tells it. */
export type RemoteTable = SchemaOutput['data'];

/** CRM field → id of its column. */
type Draft = Readonly<Partial<Record<DealField, string>>>;

/** A mapping while it is being edited: begun from what is saved. */
export interface MappingDraft {
  readonly columns: Draft;
  readonly isChanged: boolean;
  /** As the API takes it. */
  readonly mapping: FieldMapping;
  set(field: DealField, columnId: string | null): void;
  accept(pairs: readonly { readonly field: DealField; readonly column_id: string }[]): void;
}

/** Edits the mapping of a table. */
export function useMappingDraft(table: RemoteTable): MappingDraft {
  const saved: Draft = Object.fromEntries(table.mapped.map(({ field, column_id }) => [field, column_id]));
  const [changes, setChanges] = useState<Readonly<Partial<Record<DealField, string | null>>>>({});
  const columns: Draft = Object.fromEntries(
    DEAL_FIELDS.flatMap((field) => {
      const column = changes[field] === undefined ? saved[field] : changes[field];
      return column == null ? [] : [[field, column]];
    }),
  );
  return {
    columns,
    isChanged: DEAL_FIELDS.some((field) => columns[field] !== saved[field]),
    mapping: mappingOf(table, columns),
    set: (field, columnId) => setChanges({ ...changes, [field]: columnId }),
    accept: (pairs) =>
      setChanges({ ...changes, ...Object.fromEntries(pairs.map((one) => [one.field, one.column_id])) }),
  };
}

function mappingOf({ columns }: RemoteTable, draft: Draft): FieldMapping {
  const pairs = Object.entries(draft).flatMap(([field, id]) => {
    const column = columns.find((one) => one.id === id);
    return column === undefined ? [] : [[field, nameOrId(columns, column)]];
  });
  return Object.fromEntries(pairs);
}
