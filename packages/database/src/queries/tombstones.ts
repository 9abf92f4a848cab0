import { DealTombstone } from '../entities/index.ts';
import type { TableScope, Work } from './work.ts';

/**
 * Which of these remote rows belonged to a deal that was deleted, by the undo that removed it (`null`: by a person);
 * none costs nothing but a look.
 */
export async function tombstonesAmong(
  work: Work,
  scope: TableScope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  if (externalIds.length === 0) return new Map();
  const rows = await work.em.execute<{ external_id: string; run_id: number | null }[]>(
    `select external_id, run_id from deal_tombstones where remote_table_id = ? and ${work.sql.isAmong('external_id', 'text')}`,
    [scope.id, JSON.stringify(externalIds)],
  );
  return new Map(rows.map(({ external_id, run_id }) => [external_id, run_id]));
}

/** Forgets that the deals of these remote rows were deleted: the next import brings them back. */
export async function forgetTombstones(
  { em }: Work,
  remoteTableId: number,
  externalIds: readonly string[],
): Promise<void> {
  await em.nativeDelete(DealTombstone, {
    remote_table_id: remoteTableId,
    external_id: { $in: [...externalIds] },
  });
}
