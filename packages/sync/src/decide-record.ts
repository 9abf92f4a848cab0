import type { Policies } from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { mergeRecord, type RecordVersions, type Winner } from './merge-record.ts';
import type { Direction } from './run-context.ts';

/** What decides where the three versions of a record do not. */
export interface MergeRules {
  readonly direction: Direction;
  readonly conflict: Policies['conflict'];
  /** Fields whose remote column can be written. */
  readonly writable: readonly DealField[];
}

/** When each side was last edited, ISO 8601; `null` where nobody can tell. */
export interface EditTimes {
  readonly local: string | null;
  readonly remote: string | null;
}

/** A field that both sides changed, and whose value is kept; `null`: a person is asked. */
export interface FieldConflict {
  readonly field: DealField;
  readonly local: string | number | null;
  readonly remote: string | number | null;
  readonly kept: Winner | null;
}

/** What is to be done with the fields of one record. A field in neither list is left alone. */
export interface RecordDecision {
  readonly toLocal: readonly DealField[];
  readonly toRemote: readonly DealField[];
  readonly conflicts: readonly FieldConflict[];
}

/**
 * The one planner: decides each field of a record that both sides hold. Imports, exports, two-way runs and previews
 * differ in what they carry, not in what they conclude. Pure: the same versions and rules give the same decision.
 */
export function decideRecord(
  versions: RecordVersions & { editedAt: EditTimes },
  rules: MergeRules,
): RecordDecision {
  const toLocal: DealField[] = [];
  const toRemote: DealField[] = [];
  const conflicts: FieldConflict[] = [];
  for (const { field, take, conflict, agreed } of mergeRecord(versions)) {
    const kept = conflict ? keptOf(rules, agreed ? versions.editedAt : null) : take;
    if (conflict) {
      const values = { local: versions.local[field] ?? null, remote: versions.remote[field] ?? null };
      conflicts.push({ field, ...values, kept: kept === 'none' ? null : kept });
    }
    if (kept === 'remote' && rules.direction !== 'export') toLocal.push(field);
    if (kept === 'local' && rules.direction !== 'import' && rules.writable.includes(field)) {
      toRemote.push(field);
    }
  }
  return { toLocal, toRemote, conflicts };
}

/** `editedAt` is `null` for a field that the two sides never agreed on: no edit made them differ. */
function keptOf({ direction, conflict }: MergeRules, editedAt: EditTimes | null): Winner | 'none' {
  if (conflict === 'ask') return 'none';
  if (editedAt === null && direction !== 'sync') return direction === 'import' ? 'remote' : 'local';
  return conflict === 'newest' ? newest(editedAt) : conflict;
}

/** Where a vendor does not tell when its record was edited, nobody can say which is newer: a person is asked. */
function newest(editedAt: EditTimes | null): Winner | 'none' {
  const [here, there] = [Date.parse(editedAt?.local ?? ''), Date.parse(editedAt?.remote ?? '')];
  if (Number.isNaN(here) || Number.isNaN(there)) return 'none';
  return here > there ? 'local' : 'remote';
}
