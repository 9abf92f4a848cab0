import { SyncError } from './errors.ts';
import type { RunContext } from './run-context.ts';
import type { SavedRun } from './saved-run.ts';

/** By field, what decides how its remote values are read: the column, its kind, and how a person translates statuses. */
export type ColumnsRead = Readonly<Record<string, string>>;

/** How a run reads each field. */
export function columnsRead({ columns, policies }: Pick<RunContext, 'columns' | 'policies'>): ColumnsRead {
  const translations = Object.entries(policies.statusValues).toSorted();
  return Object.fromEntries(
    columns.map(({ field, column: { id, kind, type } }) => [
      field,
      JSON.stringify(field === 'statut' ? [id, kind, type, translations] : [id, kind, type]),
    ]),
  );
}

/** Where a run goes on. */
interface Standing {
  /** Whether the table is to be listed from its beginning, whatever is staged. */
  readonly listsAgain: boolean;
  /** The columns it works with. */
  readonly columns: RunContext['columns'];
  /** Why each field that was not read is left alone. */
  readonly paused: readonly string[];
}

/**
 * Where a run goes on whose columns may have changed since its listing: rows that were read without a field would make
 * it look empty. Nothing applied yet: the listing begins again. Later, the field is paused until the next run. Throws
 * `SyncError` `not_resumable` when the run cannot go on without it.
 */
export function standingOf(
  run: Pick<RunContext, 'saved' | 'columns' | 'policies'> & { readonly required: readonly string[] },
): Standing {
  const { saved, columns } = run;
  const listed = isBeyondStart(saved) ? saved.columnsRead : null;
  const now = columnsRead(run);
  const unread = columns.filter(({ field }) => listed !== null && listed[field] !== now[field]);
  if (unread.length === 0) return { listsAgain: false, columns, paused: [] };
  if (!hasApplied(saved)) return { listsAgain: true, columns, paused: [] };
  const needed = unread.find(({ field }) => run.required.includes(field));
  if (needed) throw otherColumn(needed.field);
  return {
    listsAgain: false,
    columns: columns.filter((bound) => !unread.includes(bound)),
    paused: unread.map(({ field, column }) => changedSince(field, column.name)),
  };
}

function isBeyondStart({ isStaged, stageCursor }: SavedRun): boolean {
  return isStaged || stageCursor !== null;
}

function hasApplied({ appliedThrough, tally }: SavedRun): boolean {
  return appliedThrough > 0 || tally.created + tally.updated + tally.unchanged + tally.failed > 0;
}

function changedSince(field: string, column: string): string {
  return `La colonne « ${column} » du champ ${field} a été reliée ou a changé de type depuis le début de cette synchronisation. Le champ ${field} y est en pause ; la prochaine synchronisation le reprendra.`;
}

function otherColumn(field: string): SyncError {
  return new SyncError(
    'not_resumable',
    `La colonne du champ ${field} n’est plus celle que cette synchronisation a lue : elle ne peut pas être reprise. Ce qui était fait est enregistré. Lancez-en une nouvelle.`,
  );
}
