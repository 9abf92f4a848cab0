import { SyncConflict } from '../entities/index.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
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
