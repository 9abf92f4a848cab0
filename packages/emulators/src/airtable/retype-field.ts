import { VendorError } from '../core/index.ts';
import type { AirtableField } from './field.ts';
import type { Row } from './row-store.ts';
import type { WritePlan } from './write-plan.ts';

/** Gives each cell of a column whose type changed the value its old one converts to; what does not convert is emptied. */
export function retypeField(
  field: AirtableField,
  shown: readonly { row: Row; value: unknown }[],
  newPlan: () => WritePlan,
): void {
  for (const { row, value } of shown) {
    row.cells[field.id] = undefined;
    if (value === undefined) continue;
    try {
      const plan = newPlan();
      plan.update(row, { [field.id]: value }, { clearOthers: false });
      plan.commit();
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
    }
  }
}
