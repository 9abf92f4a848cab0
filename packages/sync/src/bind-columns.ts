import { findColumn, type RemoteColumn, type RemoteSchema } from '@passerelle/connector';
import { DEAL_FIELDS, DEFAULT_FIELD_MAPPING, type DealField, remoteStatutReader } from '@passerelle/deals';
import { columnFit } from './column-fit.ts';
import { SyncError } from './errors.ts';
import type { Direction } from './run-context.ts';

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

/** The column a name stood for at an earlier run. */
export interface KnownBinding {
  readonly field: string;
  readonly mappedTo: string;
  readonly columnId: string;
  /** What kind of values it held then; `null` where that was not noted. */
  readonly columnKind: string | null;
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

/** The columns a run works with, and the mapped fields it leaves alone, each with the reason. */
export interface ColumnsOfRun {
  readonly columns: readonly BoundColumn[];
  readonly paused: readonly string[];
}

/**
 * Finds the column of every mapped field: the one it was bound to before, renamed or not, else by id, else by
 * name. A field whose column is gone, or can no longer hold it, is paused: nothing of it is read, written or cleared.
 * Throws `SyncError` `mapping_unusable` for a column that was asked for and never existed, and for a required field
 * without a column that can hold it; columns of the default mapping that the table never had are left out.
 */
export function bindColumns(options: BindingOptions & Demands): ColumnsOfRun {
  const mapping = options.mapping ?? DEFAULT_FIELD_MAPPING;
  const present = presentColumns(options);
  const columns: BoundColumn[] = [];
  const paused: string[] = [];
  for (const field of DEAL_FIELDS) {
    const mappedTo = mapping[field];
    const isRequired = options.required.includes(field);
    const bound = present.find((entry) => entry.field === field);
    const earlier = options.known.find((known) => known.field === field && known.mappedTo === mappedTo);
    const wasBound = earlier !== undefined;
    if (mappedTo === undefined || (!bound && !wasBound && !isRequired && options.mapping === null)) continue;
    const problem = bound
      ? unfit(bound, { direction: options.direction, earlier })
      : missingColumn(options.schema, { field, mappedTo });
    if (bound && problem === null) columns.push(bound);
    else if (isRequired || (!bound && !wasBound)) throw new SyncError('mapping_unusable', problem ?? '');
    else paused.push(`${problem} Le champ ${field} est en pause : rien n’en est lu, écrit ni effacé.`);
  }
  const absent = options.required.find((field) => !columns.some((entry) => entry.field === field));
  if (absent) {
    throw new SyncError(
      'mapping_unusable',
      `Le champ ${absent} n’est relié à aucune colonne : complétez field_mapping.${absent} dans la configuration du connecteur.`,
    );
  }
  return { columns, paused };
}

/** What a run demands of its columns. */
interface Demands {
  readonly required: readonly DealField[];
  readonly direction: Direction;
}

/**
 * Why a column cannot hold its field in this run. One whose type was changed must suit both directions: the vendor has
 * emptied what did not fit, and reading that would clear the CRM's side.
 */
function unfit(
  { field, column }: BoundColumn,
  { direction, earlier }: { direction: Direction; earlier: KnownBinding | undefined },
): string | null {
  const { read, write } = columnFit(field, column);
  const unwritable = column.writable ? write : null;
  const isRetyped = Boolean(earlier?.columnKind) && earlier?.columnKind !== column.kind;
  const reads = direction !== 'export' || isRetyped;
  const writes = direction !== 'import' || isRetyped;
  const clash = (reads ? read : null) ?? (writes ? unwritable : null);
  if (clash === null) return null;
  const remedy = `Rendez-lui son type, ou changez field_mapping.${field} dans la configuration du connecteur.`;
  return isRetyped ? `Son type a changé. ${clash} ${remedy}` : `${clash} ${remedy}`;
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
