import { ConnectorError, type RemoteColumn } from '@passerelle/connector';
import type { FieldMapping, GetSchemaInput, SchemaOutput } from '@passerelle/contracts';
import { policiesOf } from '@passerelle/database';
import { findMisfits, type Misfit, presentColumns, type Suggestion, suggestMapping } from '@passerelle/sync';
import { type ConnectionParts, openForLook } from '../connections.ts';
import { conflictsOf, lookAtTable, vendorFailed } from './connector-look.ts';

type Answer = SchemaOutput['data'];

/** The tables and columns of a provider, and a mapping proposed for them. Throws `ContractError`. */
export async function readSchema(
  parts: ConnectionParts,
  input: GetSchemaInput,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { connector, stored } = await openForLook(parts, input);
  try {
    const table = await lookAtTable(parts.database, connector, signal);
    const { tableId, tableName, tables, columns } = table.schema;
    const suggestions = suggestMapping(columns);
    const policies = await policiesOf(parts.database.em(), input.provider);
    const { mapping } = stored;
    const bound = stored.problem === null ? presentColumns({ ...table, mapping, policies }) : [];
    return {
      table_id: tableId,
      table_name: tableName,
      tables: tables.map(({ id, name }) => ({ id, name })),
      message: stored.problem,
      columns: columns.map(answerColumn),
      suggested_mapping: mappingOf(suggestions, columns),
      suggestions: suggestions.map(answerSuggestion),
      mapped: bound.map(({ field, column }) => ({ field, column_id: column.id, column_name: column.name })),
      statuses: bound.filter(({ field }) => field === 'statut').flatMap(statusesOf),
      misfits: findMisfits(columns).map(answerMisfit),
      conflicts: stored.problem === null ? conflictsOf(table, mapping) : [],
    };
  } catch (error) {
    // Nothing failed: the table is for a person to choose.
    if (error instanceof ConnectorError && error.tables.length > 0) return toBeChosen(error);
    throw vendorFailed(error);
  }
}

function toBeChosen({ tables, message }: ConnectorError): Answer {
  return {
    table_id: null,
    table_name: null,
    tables: tables.map(({ id, name }) => ({ id, name })),
    message,
    columns: [],
    suggested_mapping: {},
    suggestions: [],
    mapped: [],
    statuses: [],
    misfits: [],
    conflicts: [],
  };
}

function answerColumn({ id, name, type, kind, writable, readOnlyReason, options }: RemoteColumn) {
  return { id, name, type, kind, writable, read_only_reason: readOnlyReason, options: [...options] };
}

function answerSuggestion({ field, column, confidence, reason }: Suggestion) {
  return { field, column_id: column.id, column_name: column.name, confidence, reason };
}

function statusesOf({ column, readStatut }: ReturnType<typeof presentColumns>[number]) {
  return column.options.map((value) => ({ value, statut: readStatut(value) }));
}

function answerMisfit({ columnId, ...misfit }: Misfit) {
  return { ...misfit, column_id: columnId };
}

/** Columns by name, as a person reads them; by id where two have the same name. */
function mappingOf(suggestions: readonly Suggestion[], columns: readonly RemoteColumn[]): FieldMapping {
  const pairs = suggestions.map(({ field, column }) => {
    const namesakes = columns.filter(({ name }) => name.trim() === column.name.trim());
    return [field, namesakes.length === 1 ? column.name.trim() : column.id];
  });
  return Object.fromEntries(pairs);
}
