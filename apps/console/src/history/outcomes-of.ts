import type { Run } from '@passerelle/contracts';

/** What became of the records of a run, in counts: an undo takes back and keeps, which it counts as changed and unchanged. */
export function outcomesOf(run: Run) {
  if (run.direction === 'undo') {
    return [
      { kind: 'reversed', count: run.records_updated },
      { kind: 'kept', count: run.records_unchanged },
      { kind: 'failed', count: run.records_failed },
    ] as const;
  }
  return [
    { kind: 'created', count: run.records_created },
    // What was archived counts as changed, too.
    { kind: 'updated', count: run.records_updated - run.records_archived },
    ...(run.records_archived > 0 ? [{ kind: 'archived', count: run.records_archived } as const] : []),
    { kind: 'unchanged', count: run.records_unchanged },
    { kind: 'failed', count: run.records_failed },
  ] as const;
}
