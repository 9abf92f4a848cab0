import { DealTombstone } from '../entities/index.ts';
import type { TableScope, Work } from './work.ts';

/** A remote row whose deal has left the CRM. */
export interface BuriedRow {
  readonly externalId: string;
  readonly dealId: number;
  /** The undo that removed the deal; `null`: a person deleted it, or a run archived it. */
  readonly undoneBy: number | null;
  /** What the deal had agreed on with it; `null` in rows of older versions. */
  readonly base: { readonly local: Values; readonly remote: Values } | null;
  /**
   * `returning`: the deal was archived because the row was gone, and is to come back with it; `leaving`: the row is to
   * be archived like its deal; `left`: neither.
   */
  readonly fate: 'returning' | 'leaving' | 'left';
}
type Values = Readonly<Record<string, string | number | null>>;

/** Which of these remote rows belonged to a deal that is gone; none costs nothing but a look. */
export async function buriedAmong(
  work: Work,
  scope: TableScope,
  { externalIds, runId }: { externalIds: readonly string[]; runId: number },
): Promise<ReadonlyMap<string, BuriedRow>> {
  if (externalIds.length === 0) return new Map();
  const rows = await work.em.execute<
    {
      external_id: string;
      deal_id: number;
      run_id: number | null;
      local_base: string | null;
      remote_base: string | null;
      fate: BuriedRow['fate'];
    }[]
  >(
    `select t.external_id, t.deal_id, t.run_id, t.local_base, t.remote_base,
       case when x.side = 'remote' and x.state = 'archived' then 'returning'
         when x.side = 'local' and x.state in ('approved', 'sending') and (x.decided_at is not null or x.run_id = ?) then 'leaving'
         else 'left' end as fate
     from deal_tombstones t left join sync_deletions x on x.external_id = t.external_id and x.remote_table_id = t.remote_table_id
     where t.remote_table_id = ? and ${work.sql.isAmong('t.external_id', 'text')}`,
    [runId, scope.id, JSON.stringify(externalIds)],
  );
  return new Map(rows.map((row) => [row.external_id, buried(row)]));
}

function buried(row: {
  external_id: string;
  deal_id: number;
  run_id: number | null;
  local_base: string | null;
  remote_base: string | null;
  fate: BuriedRow['fate'];
}): BuriedRow {
  const { external_id: externalId, deal_id: dealId, run_id: undoneBy, local_base, remote_base, fate } = row;
  const base =
    local_base === null
      ? null
      : { local: JSON.parse(local_base), remote: JSON.parse(remote_base ?? local_base) };
  return { externalId, dealId, undoneBy, base, fate };
}

/** Forgets that the deals of these remote rows are gone: the next import brings them back. */
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
