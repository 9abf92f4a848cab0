import { writableFields } from './cells-of-fields.ts';
import type { MergeRules } from './decide-record.ts';
import type { RunContext } from './run-context.ts';

/** The rules a run merges records by. */
export function rulesOf({
  direction,
  policies,
  columns,
}: Pick<RunContext, 'direction' | 'policies' | 'columns'>): MergeRules {
  return { direction, conflict: policies.conflict, writable: writableFields(columns) };
}
