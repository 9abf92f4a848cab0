import { DealLink, SyncConflict } from '../entities/index.ts';
import { statement, verbatim } from '../statement.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import { readBases } from './links.ts';
import { selectRows } from './select-rows.ts';
import type { TableScope, Work } from './work.ts';

/** A field that waits for a person to say whose value is kept. */
export interface ConflictRow {
  readonly dealId: number;
  readonly externalId: string;
  readonly field: string;
  readonly local: unknown;
  readonly remote: unknown;
}

const CONFLICTS: BulkTable = {
  name: 'sync_conflicts',
  columns: {
    deal_id: 'integer',
    remote_table_id: 'integer',
    field: 'text',
    external_id: 'text',
    local_value: 'text',
    remote_value: 'text',
    run_id: 'integer',
    noticed_at: 'text',
  },
  overwriteOn: ['deal_id', 'remote_table_id', 'field'],
};

/** Replaces what was listed of these deals by what is in conflict now, in the transaction that found out. */
export async function replaceConflicts(
  work: Work,
  scope: TableScope,
  found: { dealIds: readonly number[]; conflicts: readonly ConflictRow[]; runId: number; now: string },
): Promise<void> {
  const listed = await listedAmong(work, scope, found.dealIds);
  const still = new Set(found.conflicts.map(keyOf));
  const gone = listed.filter((row) => !still.has(keyOf({ dealId: row.deal_id, field: row.field })));
  if (gone.length > 0) {
    await work.em.nativeDelete(SyncConflict, { id: { $in: gone.map(({ id }) => id) } });
  }
  await bulkUpsert(
    work,
    CONFLICTS,
    found.conflicts.map(({ dealId, field, externalId, local, remote }) => [
      ...[dealId, scope.id, field, externalId, JSON.stringify(local), JSON.stringify(remote)],
      ...[found.runId, found.now],
    ]),
  );
}

const keyOf = ({ dealId, field }: Pick<ConflictRow, 'dealId' | 'field'>) => `${dealId} ${field}`;

function listedAmong(
  work: Work,
  scope: TableScope,
  dealIds: readonly number[],
): Promise<{ id: number; deal_id: number; field: string }[]> {
  if (dealIds.length === 0) return Promise.resolve([]);
  return work.em.execute(
    `select id, deal_id, field from sync_conflicts where remote_table_id = ? and ${work.sql.isAmong('deal_id', 'integer')}`,
    [scope.id, JSON.stringify(dealIds)],
  );
}

/** A listed conflict with what a person knows its record by. */
export interface ListedConflict {
  readonly id: number;
  readonly provider: string;
  readonly deal_id: number;
  readonly external_id: string;
  readonly client: string | null;
  readonly field: string;
  readonly local_value: string;
  readonly remote_value: string;
  readonly run_id: number;
  readonly noticed_at: string;
}

/** Conflicts in the order of their ids. */
export function listConflictRows(
  work: Work,
  page: { provider?: string | undefined; after: number; limit: number },
): Promise<ListedConflict[]> {
  const ofProvider =
    page.provider === undefined ? verbatim('true') : statement`t.provider = ${page.provider}`;
  return selectRows<ListedConflict>(
    work,
    statement`select c.id, t.provider, c.deal_id, c.external_id, d.client, c.field, c.local_value, c.remote_value, c.run_id, c.noticed_at
      from sync_conflicts c join remote_tables t on t.id = c.remote_table_id join deals d on d.id = c.deal_id
      where c.id > ${page.after} and ${ofProvider} order by c.id limit ${page.limit}`,
  );
}

/**
 * Settles conflicts: both sides are noted to have agreed on the value that is not kept, so that the other one is a
 * change of its side alone, which the next run carries. Answers how many were still there.
 */
export async function settleConflicts(
  work: Work,
  { ids, keep, now }: { ids: readonly number[]; keep: 'local' | 'remote'; now: string },
): Promise<number> {
  const conflicts = await work.em.find(SyncConflict, { id: { $in: [...ids] } });
  for (const conflict of conflicts) {
    const link = await work.em.findOne(DealLink, {
      deal: conflict.deal_id,
      remote_table_id: conflict.remote_table_id,
    });
    if (link === null) continue;
    const dropped = JSON.parse(keep === 'local' ? conflict.remote_value : conflict.local_value);
    const bases = readBases({ local_base: link.local_base, remote_base: link.remote_base ?? null });
    const agreed = (base: object) => JSON.stringify({ ...base, [conflict.field]: dropped });
    link.local_base = agreed(bases.localBase);
    link.remote_base = agreed(bases.remoteBase);
    link.updated_at = now;
  }
  await work.em.flush();
  await work.em.nativeDelete(SyncConflict, { id: { $in: conflicts.map(({ id }) => id) } });
  return conflicts.length;
}
