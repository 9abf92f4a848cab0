import { settledDeals } from '@passerelle/database';
import { onlyExportAsPlanned } from './as-planned.ts';
import { ExportLedger } from './export-ledger.ts';
import { ExportWriter } from './export-writer.ts';
import { type ExportWork, planExportBatch } from './plan-export-batch.ts';
import { inTransaction, type RunContext } from './run-context.ts';
import { settleUnanswered } from './settle-unanswered.ts';

/** Brings the remote table in step with the CRM's deals; remote rows without deal are left alone. */
export async function applyExport(run: RunContext): Promise<void> {
  const ledger = new ExportLedger(run);
  const writer = new ExportWriter(run, ledger);
  try {
    await settleUnanswered(run, ledger);
    // A two-way run counts its way through the listing; what it settled there is skipped below.
    const from = run.direction === 'sync' ? 0 : run.saved.appliedThrough;
    // Requests overlap: behind the last deal whose predecessors are all settled, some are settled already.
    const settled = await inTransaction(run, 'plan', (work) => settledDeals(work, run.runId, from));
    for (let after = from; ; ) {
      run.signal.throwIfAborted();
      const { work, last } = await planExportBatch(run, after);
      if (last === null) break;
      const open = work.filter((one) => !settled.has(dealIdOf(one)));
      const left = await onlyExportAsPlanned(run, open);
      ledger.expect(left.map(dealIdOf));
      await ledger.settle(left.flatMap(({ entry }) => entry ?? []));
      for (const { item } of left) if (item) await writer.add(item);
      after = last;
    }
    await writer.finish();
  } finally {
    // Whatever ends the run, answers still on their way are stored first.
    await writer.settled();
  }
}

function dealIdOf({ item, entry }: ExportWork): number {
  return item ? item.deal.id : entry.dealId;
}
