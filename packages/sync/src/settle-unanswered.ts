import type { RemoteRecord } from '@passerelle/connector';
import { Deal, type DealRow, settleWrites, stageRows, unansweredWrites } from '@passerelle/database';
import { writableFields } from './cells-of-fields.ts';
import { type ExportItem, writtenEntry } from './export-item.ts';
import type { ExportLedger } from './export-ledger.ts';
import type { FieldValues } from './field-values.ts';
import { findLostCreates, lookAt } from './find-lost-creates.ts';
import { holdsValues } from './holds-values.ts';
import { inTransaction, type RunContext } from './run-context.ts';
import { stagedRow } from './stage-listing.ts';
import { itemOf } from './unanswered.ts';

/** A write that a process left without its answer. */
interface LeftWrite {
  readonly item: ExportItem;
  /** Whether this run sent it before it was interrupted: its outcome is this run's then. */
  readonly isOwn: boolean;
}

/**
 * Looks at every write whose answer died with its process, before anything is planned: one that happened is stored as
 * if its answer had come; one that did not is planned again.
 */
export async function settleUnanswered(run: RunContext, ledger: ExportLedger): Promise<void> {
  const left = await leftWrites(run);
  const creates = left.filter(({ item }) => item.externalId === null);
  const found = await findLostCreates(
    run,
    creates.map(({ item }) => item),
  );
  for (const { item, isOwn } of creates) {
    const record = found.get(item);
    if (record) await store(run, ledger, { item, isOwn, record });
  }
  for (const write of left) if (write.item.externalId !== null) await settleUpdate(run, ledger, write);
}

async function leftWrites(run: RunContext): Promise<LeftWrite[]> {
  return inTransaction(run, 'plan', async (work) => {
    const writes = await unansweredWrites(work, run.scope);
    const deals = await work.em.find(Deal, { id: { $in: writes.map(({ dealId }) => dealId) } });
    const byId = new Map(deals.map((deal) => [deal.id, deal as DealRow]));
    const mapped = writableFields(run.columns);
    return writes.flatMap((write) => {
      const deal = byId.get(write.dealId);
      return deal ? [{ item: itemOf(write, deal, mapped), isOwn: write.runId === run.runId }] : [];
    });
  });
}

async function settleUpdate(
  run: RunContext,
  ledger: ExportLedger,
  { item, isOwn }: LeftWrite,
): Promise<void> {
  const record = isOwn && item.externalId !== null ? await lookAt(run, item.externalId) : null;
  if (record && holdsValues(run, record, { values: item.local, fields: item.fields })) {
    return store(run, ledger, { item, isOwn, record });
  }
  // A run that began after the write has listed what came of it; in one that began before, the row is read anew.
  await inTransaction(run, 'settle', async (work) => {
    if (record) await stageRows(work, run.runId, [stagedRow(record, -item.deal.id, run.columns)]);
    await settleWrites(work, run.scope, [item.deal.id]);
  });
}

async function store(
  run: RunContext,
  ledger: ExportLedger,
  { item, isOwn, record }: LeftWrite & { record: RemoteRecord },
): Promise<void> {
  const values = stagedRow(record, 0, run.columns).values as FieldValues;
  const entry = writtenEntry(item, record, values);
  await (isOwn ? ledger.settle([entry]) : ledger.link([entry]));
}
