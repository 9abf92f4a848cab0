import type { RemoteRecord } from '@passerelle/connector';
import type { DealField } from '@passerelle/deals';
import type { FieldValues } from './field-values.ts';
import type { RunContext } from './run-context.ts';
import { stagedRow } from './stage-listing.ts';

/** Whether a remote record holds these values in these fields. */
export function holdsValues(
  run: Pick<RunContext, 'columns'>,
  record: RemoteRecord,
  { values, fields }: { values: FieldValues; fields: readonly DealField[] },
): boolean {
  const held = stagedRow(record, 0, run.columns).values as FieldValues;
  return fields.every((field) => (held[field] ?? null) === (values[field] ?? null));
}
