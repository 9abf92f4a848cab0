import { findColumn, type RemoteColumn, type RemoteSchema } from '@passerelle/connector';
import { DEAL_FIELDS, DEFAULT_FIELD_MAPPING, type DealField, remoteStatutReader } from '@passerelle/deals';
import { SyncError } from './errors.ts';

/** A field of a deal and the remote column it is kept in step with. */
export interface BoundColumn {
  readonly field: DealField;
  /** What the mapping says: a name or an id. */
  readonly mappedTo: string;
  readonly column: RemoteColumn;
  /** Whether an export may add options to the column. */
  readonly createsOptions: boolean;
  /** How a person translates statuses. */
  readonly statusValues: Readonly<Record<string, string>>;
  /** Reads the column's statuses by these translations. */
  readonly readStatut: ReturnType<typeof remoteStatutReader>;
}

/** What a person decided of choices. */
interface ChoicePolicies {
  readonly createOptions: readonly string[];
  readonly statusValues: Readonly<Record<string, string>>;
}

/** The column id a name stood for at an earlier run. */
export interface KnownBinding {
  readonly field: string;
  readonly mappedTo: string;
  readonly columnId: string;
}

/** CRM field → remote column by name or id; `null` for the default mapping. */
export type FieldMapping = Readonly<Partial<Record<DealField, string>>> | null;

/** What columns are found by. */
export interface BindingOptions {
  readonly schema: RemoteSchema;
  readonly mapping: FieldMapping;
  readonly known: readonly KnownBinding[];
  readonly policies: ChoicePolicies;
}

/**
 * Finds the column of every mapped field: the one it was bound to before, renamed or not, else by id, else by
 * name. Throws `SyncError` `mapping_unusable` for a column that was asked for and does not exist, and for a
 * required field without column; columns of the default mapping that the table lacks are left out.
 */
export function bindColumns(options: BindingOptions & { required: readonly DealField[] }): BoundColumn[] {
  const mapping = options.mapping ?? DEFAULT_FIELD_MAPPING;
  const bound = presentColumns(options);
  const isBound = (field: DealField) => bound.some((entry) => entry.field === field);
  for (const field of DEAL_FIELDS) {
    const mappedTo = mapping[field];
    const isOptional = options.mapping === null && !options.required.includes(field);
    if (mappedTo === undefined || isOptional || isBound(field)) continue;
    throw new SyncError('mapping_unusable', missingColumn(options.schema, { field, mappedTo }));
  }
  const absent = options.required.find((field) => !isBound(field));
  if (absent) {
    throw new SyncError(
      'mapping_unusable',
      `Le champ ${absent} n’est relié à aucune colonne : complétez field_mapping.${absent} dans la configuration du connecteur.`,
    );
  }
  return bound;
}

/** The mapped fields whose column the table has, as `bindColumns` finds it. */
export function presentColumns({ schema, mapping, known, policies }: BindingOptions): BoundColumn[] {
  const { createOptions, statusValues } = policies;
  const readStatut = remoteStatutReader(statusValues);
  return DEAL_FIELDS.flatMap((field) => {
    const mappedTo = (mapping ?? DEFAULT_FIELD_MAPPING)[field];
    if (mappedTo === undefined) return [];
    const column = boundColumn(schema.columns, { field, mappedTo }, known);
    if (!column) return [];
    const createsOptions = createOptions.includes(field);
    return [{ field, mappedTo, column, createsOptions, statusValues, readStatut }];
  });
}

/** A column that was bound under this name before stays the same column, whatever it is called today. */
export function boundColumn(
  columns: readonly RemoteColumn[],
  { field, mappedTo }: { field: DealField; mappedTo: string },
  known: readonly KnownBinding[],
): RemoteColumn | undefined {
  const earlier = known.find((binding) => binding.field === field && binding.mappedTo === mappedTo);
  return columns.find((column) => column.id === earlier?.columnId) ?? findColumn(columns, mappedTo);
}

/** Says that a mapped column does not exist, and which ones do. */
export function missingColumn(
  schema: RemoteSchema,
  { field, mappedTo }: { field: DealField; mappedTo: string },
): string {
  const names = schema.columns.map((column) => `« ${column.name} »`).join(', ');
  return `La colonne « ${mappedTo} » reliée au champ ${field} n’existe pas dans la table « ${schema.tableName} ». Colonnes présentes : ${names}. Corrigez field_mapping.${field} dans la configuration du connecteur.`;
}
