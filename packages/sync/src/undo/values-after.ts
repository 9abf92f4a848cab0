import type { FieldChanges } from '@passerelle/database';
import type { FieldValues } from '../field-values.ts';

/** What fields hold once they are changed so. */
export function valuesAfter(changes: FieldChanges): FieldValues {
  return Object.fromEntries(Object.entries(changes).map(([field, { after }]) => [field, after]));
}
