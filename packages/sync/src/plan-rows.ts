import type { PlannedChange, PlanRow } from '@passerelle/database';
import type { FieldConflict } from './decide-record.ts';
import type { ExportItem } from './export-item.ts';
import { type FieldValues, fieldValuesOf } from './field-values.ts';
import { ARCHIVE, RETURNS, ROW_LEAVES } from './losses/plan-loss-rows.ts';
import type { ExportWork } from './plan-export-batch.ts';
import type { PlannedRow } from './plan-import-batch.ts';
import type { ImportPlan } from './plan-import-row.ts';

/** A record of a plan that has no place in it yet. */
export type UnplacedPlanRow = Omit<PlanRow, 'position'>;

/** What an import plans for a remote row, as plans are stored and compared. */
export function planRowOfImport({ row, plan }: PlannedRow): UnplacedPlanRow {
  const record = { externalId: row.externalId, client: row.client, reason: null, conflicts: [] };
  if (plan.kind === 'refuse') {
    const dealId = row.link?.dealId ?? null;
    return { ...record, dealId, kind: 'refused', reason: plan.reason, changes: [] };
  }
  if (plan.kind === 'leave') {
    return { ...record, dealId: null, kind: 'unchanged', reason: plan.reason, changes: [] };
  }
  if (plan.kind === 'archive') return { ...record, ...ARCHIVE, dealId: null, reason: ROW_LEAVES };
  if (plan.kind === 'create') {
    return { ...record, dealId: null, kind: 'create', changes: changesOf('local', {}, plan.values) };
  }
  const before = fieldValuesOf(plan.deal, Object.keys(plan.values) as (keyof FieldValues)[]);
  const given = changesOf('remote', row.values as FieldValues, givenValues(plan));
  const changes = [...changesOf('local', before, plan.values), ...given];
  return {
    ...record,
    dealId: plan.deal.id,
    client: plan.deal.client,
    // What comes back with its row is a change of the CRM, even where every field is as it was.
    kind: plan.returning && plan.conflicts.length === 0 ? 'update' : kindOf(changes, plan.conflicts),
    reason: plan.returning ? RETURNS : null,
    changes,
    conflicts: plan.conflicts,
  };
}

/** What an export plans for a deal, as plans are stored and compared. */
export function planRowOfExport({ item, entry }: ExportWork): UnplacedPlanRow {
  if (entry) {
    const { dealId, client, externalId, reason, conflicts } = entry;
    const kind = entry.outcome === 'failed' ? 'refused' : kindOf([], conflicts);
    return { dealId, client, externalId, reason, kind, changes: [], conflicts };
  }
  const { deal, externalId, conflicts } = item;
  const changes = changesOf('remote', item.remote, sentValues(item));
  const kind = externalId === null ? 'create' : kindOf(changes, conflicts);
  return { dealId: deal.id, client: deal.client, externalId, reason: null, kind, changes, conflicts };
}

/** What a two-way run gives the other side. */
function givenValues({ deal, toRemote }: Extract<ImportPlan, { kind: 'merge' }>): FieldValues {
  return fieldValuesOf(deal, toRemote);
}

function sentValues({ fields, local }: ExportItem): FieldValues {
  return Object.fromEntries(fields.map((field) => [field, local[field] ?? null]));
}

function changesOf(side: PlannedChange['side'], before: FieldValues, after: FieldValues): PlannedChange[] {
  const fields = Object.keys(after) as (keyof FieldValues)[];
  return fields
    .map((field) => ({ field, side, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);
}

function kindOf(changes: readonly PlannedChange[], conflicts: readonly FieldConflict[]): PlanRow['kind'] {
  if (conflicts.length > 0) return 'conflict';
  return changes.length > 0 ? 'update' : 'unchanged';
}
