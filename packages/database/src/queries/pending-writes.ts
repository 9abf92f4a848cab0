import { PendingWrite } from '../entities/index.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import type { TableScope, Work } from './work.ts';

/** A write that is about to be sent. */
export interface AnnouncedWrite {
  readonly dealId: number;
  /** `null`: a create. */
  readonly externalId: string | null;
  /** What is sent, as its sender writes it down. */
  readonly sent: Readonly<Record<string, unknown>>;
}

/** A write whose answer was never stored. */
export interface UnansweredWrite extends Omit<AnnouncedWrite, 'sent'> {
  readonly runId: number;
  /** `null` in rows of older versions. */
  readonly sent: AnnouncedWrite['sent'] | null;
}

const PENDING: BulkTable = {
  name: 'pending_writes',
  columns: {
    remote_table_id: 'integer',
    deal_id: 'integer',
    run_id: 'integer',
    sent_at: 'text',
    external_id: 'text',
    sent: 'text',
  },
  overwriteOn: ['deal_id', 'remote_table_id'],
};

/** Notes that these writes are about to be sent. */
export async function announceWrites(
  work: Work,
  scope: TableScope,
  { writes, runId, sentAt }: { writes: readonly AnnouncedWrite[]; runId: number; sentAt: string },
): Promise<void> {
  const rows = writes.map(({ dealId, externalId, sent }) => [
    scope.id,
    dealId,
    runId,
    sentAt,
    externalId,
    JSON.stringify(sent),
  ]);
  await bulkUpsert(work, PENDING, rows);
}

/** Notes that the answers for these deals are stored, or that their writes are known not to have happened. */
export async function settleWrites(work: Work, scope: TableScope, dealIds: readonly number[]): Promise<void> {
  if (dealIds.length === 0) return;
  await work.em.nativeDelete(PendingWrite, {
    remote_table_id: scope.id,
    deal_id: { $in: [...dealIds] },
  });
}

/** The writes to the table whose answers were never stored, in the order of their deals. */
export async function unansweredWrites({ em }: Work, scope: TableScope): Promise<UnansweredWrite[]> {
  const rows = await em.find(PendingWrite, { remote_table_id: scope.id }, { orderBy: { deal_id: 'asc' } });
  return rows.map(({ deal_id, run_id, external_id, sent }) => ({
    dealId: deal_id,
    runId: run_id,
    externalId: external_id ?? null,
    sent: sent ? JSON.parse(sent) : null,
  }));
}
