import type { RemoteSchema } from '@passerelle/connector';
import { DEAL_FIELDS, DEFAULT_FIELD_MAPPING, type DealField } from '@passerelle/deals';
import { boundColumn, type FieldMapping, type KnownBinding, missingColumn } from './bind-columns.ts';
import { columnFit } from './column-fit.ts';

/** Why a field and its column cannot work together. */
export interface MappingProblem {
  readonly field: DealField;
  /** What the mapping says: a name or an id; `null` when the field has no column. */
  readonly mappedTo: string | null;
  /** What it stops: imports, exports, or both. */
  readonly affects: 'import' | 'export' | 'both';
  /** French sentence with the remedy. */
  readonly message: string;
}

/** Compares a mapping (`null`: the default one) with the live table; empty when every pair works. Pure. */
export function mappingProblems(options: {
  schema: RemoteSchema;
  mapping: FieldMapping;
  known: readonly KnownBinding[];
}): MappingProblem[] {
  const mapping = options.mapping ?? DEFAULT_FIELD_MAPPING;
  return DEAL_FIELDS.flatMap((field): MappingProblem[] => {
    const mappedTo = mapping[field];
    const required = field === 'client' || field === 'montant_brut';
    if (mappedTo === undefined) return required ? [unmapped(field)] : [];
    const column = boundColumn(options.schema.columns, { field, mappedTo }, options.known);
    if (!column) {
      if (options.mapping === null && !required) return [];
      return [
        { field, mappedTo, affects: 'both', message: missingColumn(options.schema, { field, mappedTo }) },
      ];
    }
    const { read, write } = columnFit(field, column);
    if (read !== null) {
      const affects = write === null ? 'import' : 'both';
      return [{ field, mappedTo, affects, message: `${read} ${REMEDY(field)}` }];
    }
    if (write === null) return [];
    // A column that only the vendor fills is no mistake: the import reads it.
    const message = column.writable
      ? `${write} ${REMEDY(field)}`
      : `${write} L’import la lit, l’export la laisse.`;
    return [{ field, mappedTo, affects: 'export', message }];
  });
}

const REMEDY = (field: DealField) => `Changez field_mapping.${field}, ou le type de la colonne.`;

function unmapped(field: DealField): MappingProblem {
  const affects = field === 'client' ? 'both' : 'import';
  const message = `Le champ ${field} n’est relié à aucune colonne : complétez field_mapping.${field}.`;
  return { field, mappedTo: null, affects, message };
}
