import type { Plan } from '@passerelle/contracts';

const OF_RUN = ['create', 'update', 'archive', 'unchanged', 'conflict', 'refused'] as const;
const OF_UNDO = ['remove', 'update', 'restore', 'kept', 'refused'] as const;

/** What a plan can do with a record. */
export type PlanKind = keyof Plan['counts'];

/** The piles of a plan: what an undo takes away, puts back and leaves is not what a synchronisation does. */
export function kindsOf({ direction }: Pick<Plan, 'direction'>): readonly PlanKind[] {
  return direction === 'undo' ? OF_UNDO : OF_RUN;
}

/** The key of the word for a pile: what is changed by an undo is put back as it was. */
export function wordOfKind<Kind extends PlanKind>(kind: Kind, { direction }: Pick<Plan, 'direction'>) {
  return direction === 'undo' && kind === 'update' ? 'sync.kind.putBack' : (`sync.kind.${kind}` as const);
}

/** Records that applying a plan would write. */
export function writtenBy({ counts }: Pick<Plan, 'counts'>): number {
  const { create, update, conflict, archive, remove, restore } = counts;
  return create + update + conflict + archive + remove + restore;
}
