import { PendingWrite } from '../entities/index.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import type { TableScope, Work } from './work.ts';

const PENDING: BulkTable = {
  name: 'pending_writes',
  columns: { provider: 'text', table_id: 'text', deal_id: 'integer', run_id: 'integer', sent_at: 'text' },
  overwriteOn: ['deal_id', 'provider', 'table_id'],
};

/** Notes that creates are about to be sent for these deals. */
export async function announceCreates(
  work: Work,
  scope: TableScope,
  { dealIds, runId, sentAt }: { dealIds: readonly number[]; runId: number; sentAt: string },
): Promise<void> {
  const rows = dealIds.map((dealId) => [scope.provider, scope.tableId, dealId, runId, sentAt]);
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
    provider: scope.provider,
    table_id: scope.tableId,
    deal_id: { $in: [...dealIds] },
  });
}
