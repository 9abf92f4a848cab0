import type { DoneRecord, FieldChanges, OutcomeRow, PlannedChange, PlanRow } from '@passerelle/database';
import type { UndoDecision } from './decide-undo.ts';

const SIDES = { local: 'dans le CRM', remote: 'dans le service' } as const;

/** Why something of a record stays, as a person reads it; `null` when nothing does. */
export function reasonOf({ kept, reason }: UndoDecision): string | null {
  const values = kept.map(
    ({ field, side, written, now }) =>
      `${field} (écrit : ${shown(written)}, aujourd’hui : ${shown(now)} ${SIDES[side]})`,
  );
  const told = values.length === 0 ? [] : [`Gardé, car modifié depuis : ${values.join(', ')}.`];
  return [...told, ...(reason === null ? [] : [reason])].join(' ') || null;
}

function shown(value: unknown): string {
  return value === null || value === undefined ? 'vide' : `« ${String(value)} »`;
}

/** In which of its three piles a record ends. What is gone already needs nothing more: it counts as taken back. */
export function outcomeOf({ local, remote, kept, reason, isRefused }: UndoDecision): OutcomeRow['outcome'] {
  if (isRefused) return 'failed';
  const isKept = local === null && remote === null && (kept.length > 0 || reason !== null);
  return isKept ? 'kept' : 'reversed';
}

/** What an undo plans for a record, as plans are stored and compared. */
export function planRowOfUndo(record: DoneRecord, decision: UndoDecision): Omit<PlanRow, 'position'> {
  const { externalId, dealId, name } = record;
  const { local, remote } = decision;
  const changes = [...sided('local', local?.changes), ...sided('remote', remote?.changes)];
  const reason = reasonOf(decision);
  return { kind: kindOf(decision), externalId, dealId, client: name, reason, changes, conflicts: [] };
}

function kindOf(decision: UndoDecision): PlanRow['kind'] {
  const acts = [decision.local?.act, decision.remote?.act];
  if (decision.isRefused) return 'refused';
  if (acts.includes('remove')) return 'remove';
  if (acts.includes('restore') || acts.includes('release')) return 'restore';
  if (acts.includes('update')) return 'update';
  return outcomeOf(decision) === 'kept' ? 'kept' : 'unchanged';
}

function sided(side: PlannedChange['side'], changes: FieldChanges = {}): PlannedChange[] {
  return Object.entries(changes).map(([field, change]) => ({ field, side, ...change }));
}
