import type { TableScope, Work } from './work.ts';

/** What a listing says of deletions that were listed before: which came back, which are gone on both sides by now. */
export async function reviewDeletions(
  { em }: Work,
  scope: TableScope,
  {
    runId,
    isWhole,
    now,
    sentences,
  }: {
    runId: number;
    /** Whether a record that was not listed is gone. */
    isWhole: boolean;
    now: string;
    /** Why a row that is there again waits, and what is said of a record that both sides lost. */
    sentences: { readonly cameBackThere: string; readonly goneOnBothSides: string };
  },
): Promise<void> {
  const staged = `select 1 from staged_records s where s.external_id = sync_deletions.external_id and s.run_id = ${Number(runId)}`;
  const linked =
    'select 1 from deal_links l where l.external_id = sync_deletions.external_id and l.remote_table_id = sync_deletions.remote_table_id';
  const deal = 'select 1 from deals d where d.id = sync_deletions.deal_id';
  const waiting = `state in ('pending', 'approved', 'kept', 'left')`;
  const settle = (assignments: string, condition: string, parameters: readonly unknown[] = []) =>
    em.execute(
      `update sync_deletions set ${assignments} where remote_table_id = ${Number(scope.id)} and ${condition}`,
      [...parameters],
      'run',
    );
  const returned = `state = 'returned', reason = null`;
  await settle(returned, `side = 'remote' and ${waiting} and exists (${staged}) and exists (${deal})`);
  await settle(returned, `side = 'local' and (${waiting} or state = 'archived') and exists (${linked})`);
  if (!isWhole) return;
  const gone = [sentences.goneOnBothSides];
  const both = `state = 'archived', reason = ?`;
  await settle(both, `side = 'remote' and state in ('pending', 'approved') and not exists (${deal})`, gone);
  await settle(
    both,
    `side = 'local' and state in ('pending', 'approved', 'sending', 'left') and run_id <> ${Number(runId)} and not exists (${staged})`,
    gone,
  );
  await settle(
    `state = 'pending', reason = ?, decided_at = null, run_id = ?, noticed_at = ?`,
    `side = 'local' and state = 'archived' and run_id <> ${Number(runId)} and exists (${staged})`,
    [sentences.cameBackThere, runId, now],
  );
  // A person decides on what the other side holds now, not on what it held when the loss was noticed.
  await settle(
    `survivor = (select d.updated_at from deals d where d.id = sync_deletions.deal_id)`,
    `side = 'remote' and state = 'pending' and exists (${deal})`,
  );
  await settle(
    `survivor = (select s.deal_values from staged_records s where s.external_id = sync_deletions.external_id and s.run_id = ${Number(runId)})`,
    `side = 'local' and state = 'pending' and exists (${staged})`,
  );
}
