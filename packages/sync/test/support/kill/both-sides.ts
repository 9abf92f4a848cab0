import { Deal, PendingWrite, StagedRecord, SyncDeletion, SyncLog, SyncRun } from '@passerelle/database';
import { TABLE } from './address.ts';
import type { KillWorld } from './world.ts';

/** Everything both sides hold after the last run, in words that do not change from one execution to the next. */
export async function bothSides({ database, vendor }: KillWorld) {
  const em = database.em();
  const [run] = await em.find(SyncRun, {}, { orderBy: { id: 'desc' }, limit: 1 });
  if (!run) throw new Error('no run');
  const { id: runId } = run;
  const log = await em.findOneOrFail(SyncLog, { id: runId });
  const deals = await em.find(Deal, {});
  const clientOf = new Map(deals.map(({ id, client }) => [id, client]));
  const rows = new Map(
    vendor.state
      .table(TABLE.tableName)
      .records()
      .map((row) => [row.id, row.fields]),
  );
  const links = await em.execute<
    { deal_id: number; external_id: string; local_base: string; remote_base: string | null }[]
  >('select deal_id, external_id, local_base, remote_base from deal_links');
  const outcomes = await em.execute<
    { deal_id: number | null; outcome: string; reason: string | null; changes: string | null }[]
  >('select deal_id, outcome, reason, changes from run_outcomes where run_id = ?', [runId]);
  const deletions = await em.find(SyncDeletion, {});
  const history = await em.execute<{ deal_id: number; run_id: number | null; changes: string }[]>(
    'select deal_id, kind, origin, run_id, changes from deal_changes',
  );
  return {
    deals: sorted(deals.map(({ id: _, created_at: __, updated_at: ___, ...values }) => values)),
    rows: sorted([...rows.values()]),
    links: sorted(
      links.map((link) => [
        clientOf.get(link.deal_id),
        rows.get(link.external_id)?.Name,
        link.local_base,
        link.remote_base,
      ]),
    ),
    outcomes: sorted(
      outcomes.map((one) => [clientOf.get(one.deal_id ?? 0), one.outcome, one.reason, one.changes]),
    ),
    deletions: sorted(deletions.map(({ client, side, state, reason }) => [client, side, state, reason])),
    history: sorted(
      history.map(({ deal_id, run_id, changes, ...change }) => [
        ...[clientOf.get(deal_id), run_id === runId, change],
        withoutTime(changes),
      ]),
    ),
    run: [run.ended_as, run.phase, log.status, log.error_message, log.records_created, log.records_updated],
    counts: [log.records_processed, run.records_unchanged, run.records_failed, outcomes.length],
    runs: await em.count(SyncRun),
    unanswered: await em.count(PendingWrite),
    staged: await em.count(StagedRecord, { run_id: { $ne: runId } }),
  };
}

function sorted(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value)).toSorted();
}

/** What a deal that left keeps of the time it was made at is another in each execution. */
function withoutTime(changes: string): Record<string, unknown> {
  const { created_at: _, ...fields }: Record<string, unknown> = JSON.parse(changes);
  return fields;
}
