import { findColumn, type RemoteColumn, type RemoteSchema } from '@passerelle/connector';
import { DEAL_FIELDS, DEFAULT_FIELD_MAPPING, type DealField } from '@passerelle/deals';
import { SyncError } from './errors.ts';

/** A field of a deal and the remote column it is kept in step with. */
export interface BoundColumn {
  readonly field: DealField;
  /** What the mapping says: a name or an id. */
  readonly mappedTo: string;
  readonly column: RemoteColumn;
}

/** The column id a name stood for at an earlier run. */
export interface KnownBinding {
  readonly field: string;
  readonly mappedTo: string;
  readonly columnId: string;
}

/** CRM field → remote column by name or id; `null` for the default mapping. */
export type FieldMapping = Readonly<Partial<Record<DealField, string>>> | null;

/**
 * Finds the column of every mapped field: the one it was bound to before, renamed or not, else by id, else by
 * name. Throws `SyncError` `mapping_unusable` for a column that was asked for and does not exist, and for a
 * required field without column; columns of the default mapping that the table lacks are left out.
 */
export function bindColumns(options: {
  schema: RemoteSchema;
  mapping: FieldMapping;
  known: readonly KnownBinding[];
  required: readonly DealField[];
}): BoundColumn[] {
  const mapping = options.mapping ?? DEFAULT_FIELD_MAPPING;
  const bound = DEAL_FIELDS.flatMap((field) => {
    const mappedTo = mapping[field];
    if (mappedTo === undefined) return [];
    const column = columnOf(options.schema.columns, { field, mappedTo }, options.known);
    if (column) return [{ field, mappedTo, column }];
    if (options.mapping === null && !options.required.includes(field)) return [];
    throw missingColumn(options.schema, field, mappedTo);
  });
  const absent = options.required.find((field) => !bound.some((entry) => entry.field === field));
  if (absent) {
    throw new SyncError(
      'mapping_unusable',
      `Le champ ${absent} n’est relié à aucune colonne : complétez field_mapping.${absent} dans la configuration du connecteur.`,
    );
  }
  return bound;
}

/** A column that was bound under this name before stays the same column, whatever it is called today. */
function columnOf(
  columns: readonly RemoteColumn[],
  { field, mappedTo }: { field: DealField; mappedTo: string },
  known: readonly KnownBinding[],
): RemoteColumn | undefined {
  const earlier = known.find((binding) => binding.field === field && binding.mappedTo === mappedTo);
  return columns.find((column) => column.id === earlier?.columnId) ?? findColumn(columns, mappedTo);
}

function missingColumn(schema: RemoteSchema, field: DealField, mappedTo: string): SyncError {
  const names = schema.columns.map((column) => `« ${column.name} »`).join(', ');
  return new SyncError(
    'mapping_unusable',
    `La colonne « ${mappedTo} » reliée au champ ${field} n’existe pas dans la table « ${schema.tableName} ». Colonnes présentes : ${names}. Corrigez field_mapping.${field} dans la configuration du connecteur.`,
  );
}
