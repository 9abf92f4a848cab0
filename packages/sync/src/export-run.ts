import { ExportLedger } from './export-ledger.ts';
import { ExportWriter } from './export-writer.ts';
import { planExportBatch } from './plan-export-batch.ts';
import type { RunContext } from './run-context.ts';

/** Brings the remote table in step with the CRM's deals; remote rows without deal are left alone. */
export async function applyExport(run: RunContext): Promise<void> {
  const ledger = new ExportLedger(run);
  const writer = new ExportWriter(run, ledger);
  try {
    for (let after = 0; ; ) {
      run.signal.throwIfAborted();
      const { work, last } = await planExportBatch(run, after);
      if (last === null) break;
      await ledger.settle(work.flatMap(({ entry }) => entry ?? []));
      for (const { item } of work) if (item) await writer.add(item);
      after = last;
    }
    await writer.finish();
  } finally {
    // Whatever ends the run, answers still on their way are stored first.
    await writer.settled();
  }
}
