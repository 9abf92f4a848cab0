import { PendingWrite } from '../entities/index.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import type { TableScope, Work } from './work.ts';

const PENDING: BulkTable = {
  name: 'pending_writes',
  columns: { remote_table_id: 'integer', deal_id: 'integer', run_id: 'integer', sent_at: 'text' },
  overwriteOn: ['deal_id', 'remote_table_id'],
};

/** Notes that creates are about to be sent for these deals. */
export async function announceCreates(
  work: Work,
  scope: TableScope,
  { dealIds, runId, sentAt }: { dealIds: readonly number[]; runId: number; sentAt: string },
): Promise<void> {
  const rows = dealIds.map((dealId) => [scope.id, dealId, runId, sentAt]);
  await bulkUpsert(work, PENDING, rows);
}

/** Notes that the answers for these deals are stored. */
export async function settleCreates(
  work: Work,
  scope: TableScope,
  dealIds: readonly number[],
): Promise<void> {
  if (dealIds.length === 0) return;
  await work.em.nativeDelete(PendingWrite, {
    remote_table_id: scope.id,
    deal_id: { $in: [...dealIds] },
  });
}
