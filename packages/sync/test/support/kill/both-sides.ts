import { type Database, Deal, PendingWrite, StagedRecord, SyncLog, SyncRun } from '@passerelle/database';
import type { AirtableEmulator } from '@passerelle/emulators';
import { TABLE } from './address.ts';

/** Everything both sides hold after a run, in words that do not change from one execution to the next. */
export async function bothSides(database: Database, vendor: AirtableEmulator) {
  const em = database.em();
  const run = await em.findOneOrFail(SyncRun, { id: 2 });
  const log = await em.findOneOrFail(SyncLog, { id: 2 });
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
  >('select deal_id, outcome, reason, changes from run_outcomes where run_id = 2');
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
    run: [run.ended_as, run.phase, log.status, log.error_message, log.records_created, log.records_updated],
    counts: [log.records_processed, run.records_unchanged, run.records_failed, outcomes.length],
    runs: await em.count(SyncRun),
    unanswered: await em.count(PendingWrite),
    staged: await em.count(StagedRecord, { run_id: { $ne: 2 } }),
  };
}

function sorted(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value)).toSorted();
}
