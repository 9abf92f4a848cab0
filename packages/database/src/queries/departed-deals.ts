import { DealTombstone } from '../entities/index.ts';
import type { Work } from './work.ts';

/** What a deal that left the CRM held when it did. */
export interface DepartedDeal {
  readonly dealId: number;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly createdAt: string | null;
}

/** What these deals held when they left; those that are there, or of which nothing tells, are not answered. */
export async function departedDeals(work: Work, dealIds: readonly number[]): Promise<DepartedDeal[]> {
  if (dealIds.length === 0) return [];
  const rows = await work.em.execute<{ deal_id: number; changes: string }[]>(
    `select c.deal_id, c.changes from deal_changes c where ${work.sql.isAmong('c.deal_id', 'integer')}
       and c.id = (select max(n.id) from deal_changes n where n.deal_id = c.deal_id and n.kind in ('deleted', 'archived'))
       and not exists (select 1 from deals d where d.id = c.deal_id) order by c.deal_id`,
    [JSON.stringify(dealIds)],
  );
  return rows.map(({ deal_id, changes }) => {
    const { created_at: createdAt = null, ...values } = valuesBefore(changes);
    return { dealId: deal_id, values, createdAt: createdAt === null ? null : String(createdAt) };
  });
}

function valuesBefore(changes: string): Record<string, string | number | null> {
  const fields: Record<string, { before: string | number | null }> = JSON.parse(changes);
  return Object.fromEntries(Object.entries(fields).map(([field, { before }]) => [field, before]));
}

/**
 * Links deals that are back to the remote rows they were linked to, but to those that left their table too, and forgets
 * that the deals were gone.
 */
export async function relinkDeals(work: Work, dealIds: readonly number[], now: string): Promise<void> {
  const parameters = [now, JSON.stringify(dealIds)];
  await work.em.execute(
    `insert into deal_links (deal_id, remote_table_id, external_id, local_base, remote_base, updated_at)
     select t.deal_id, t.remote_table_id, t.external_id, t.local_base, t.remote_base, cast(? as text) from deal_tombstones t
     where ${work.sql.isAmong('t.deal_id', 'integer')} and t.local_base is not null and not exists
       (select 1 from sync_deletions x where x.external_id = t.external_id and x.remote_table_id = t.remote_table_id and x.state = 'archived')
     on conflict do nothing`,
    parameters,
    'run',
  );
  await work.em.nativeDelete(DealTombstone, { deal_id: { $in: [...dealIds] } });
}
