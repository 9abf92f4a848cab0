import { ColumnBinding, DealLink, DealTombstone, WithheldDeal } from '../entities/index.ts';
import { readBases } from './links.ts';
import type { FieldChanges } from './outcomes.ts';
import type { TableScope, Work } from './work.ts';

type Values = Readonly<Record<string, unknown>>;

/** Those of these deals that are linked to a row of another table than `scope`. */
export async function linkedElsewhere(
  work: Work,
  scope: Pick<TableScope, 'id'>,
  dealIds: readonly number[],
): Promise<Set<number>> {
  if (dealIds.length === 0) return new Set();
  const rows = await work.em.execute<{ deal_id: number }[]>(
    `select distinct deal_id from deal_links where remote_table_id <> ? and ${work.sql.isAmong('deal_id', 'integer')}`,
    [scope.id, JSON.stringify(dealIds)],
  );
  return new Set(rows.map(({ deal_id }) => deal_id));
}

/**
 * Notes in the links of deals what an undo put back on one side: a side that differs from the other by it has not
 * changed since, so that no later run carries it over, or redoes what was undone.
 */
export async function agreeOnUndone(
  { em }: Work,
  scope: Pick<TableScope, 'id'>,
  { side, undone, now }: { side: 'local' | 'remote'; undone: ReadonlyMap<number, FieldChanges>; now: string },
): Promise<void> {
  const links = await em.find(DealLink, { deal: { $in: [...undone.keys()] }, remote_table_id: scope.id });
  for (const link of links) {
    const changes = undone.get(link.deal.id) ?? {};
    const { localBase, remoteBase } = readBases({
      local_base: link.local_base,
      remote_base: link.remote_base ?? null,
    });
    const [mine, other] = side === 'local' ? [localBase, remoteBase] : [remoteBase, localBase];
    const written = Object.fromEntries(Object.entries(changes).map(([field, { after }]) => [field, after]));
    const left = Object.fromEntries(Object.entries(changes).map(([field, { before }]) => [field, before]));
    const bases = { mine: { ...mine, ...written }, other: { ...left, ...other } };
    link.local_base = JSON.stringify(side === 'local' ? bases.mine : bases.other);
    link.remote_base = JSON.stringify(side === 'local' ? bases.other : bases.mine);
    link.updated_at = now;
  }
  await em.flush();
}

/** Links restored deals again to the remote rows they were linked to, which then count as agreed on. */
export async function relinkRestored(
  { em }: Work,
  deals: ReadonlyMap<number, Values>,
  now: string,
): Promise<void> {
  const tombstones = await em.find(DealTombstone, { deal_id: { $in: [...deals.keys()] } });
  const tables = [...new Set(tombstones.map(({ remote_table_id }) => remote_table_id))];
  const bindings = await em.find(ColumnBinding, { remote_table_id: { $in: tables } });
  for (const { external_id, remote_table_id, deal_id } of tombstones) {
    const values = deals.get(deal_id) ?? {};
    const bound = bindings.filter((binding) => binding.remote_table_id === remote_table_id);
    const base = JSON.stringify(Object.fromEntries(bound.map(({ field }) => [field, values[field] ?? null])));
    await em.upsert(DealLink, {
      deal: deal_id,
      remote_table_id,
      external_id,
      local_base: base,
      remote_base: null,
      updated_at: now,
    });
  }
  await em.nativeDelete(DealTombstone, { deal_id: { $in: [...deals.keys()] } });
}

/** Notes that an undo took the remote rows of these deals away, and unlinks them. */
export async function withholdDeals(
  { em }: Work,
  scope: Pick<TableScope, 'id'>,
  gone: { deals: readonly { dealId: number; externalId: string }[]; runId: number; now: string },
): Promise<void> {
  if (gone.deals.length === 0) return;
  await em.nativeDelete(DealLink, {
    remote_table_id: scope.id,
    external_id: { $in: gone.deals.map(({ externalId }) => externalId) },
  });
  await em.upsertMany(
    WithheldDeal,
    gone.deals.map(({ dealId, externalId }) => ({
      deal_id: dealId,
      remote_table_id: scope.id,
      external_id: externalId,
      run_id: gone.runId,
      withheld_at: gone.now,
    })),
  );
}

/** Which of these deals an undo keeps out of the table, and since when. */
export async function withheldAmong(
  work: Work,
  scope: Pick<TableScope, 'id'>,
  dealIds: readonly number[],
): Promise<Map<number, { runId: number; withheldAt: string }>> {
  if (dealIds.length === 0) return new Map();
  const rows = await work.em.execute<{ deal_id: number; run_id: number; withheld_at: string }[]>(
    `select deal_id, run_id, withheld_at from withheld_deals
     where remote_table_id = ? and ${work.sql.isAmong('deal_id', 'integer')}`,
    [scope.id, JSON.stringify(dealIds)],
  );
  return new Map(rows.map((row) => [row.deal_id, { runId: row.run_id, withheldAt: row.withheld_at }]));
}

/** Lets exports make rows of these deals again. */
export async function releaseDeals(
  { em }: Work,
  scope: Pick<TableScope, 'id'>,
  dealIds: readonly number[],
): Promise<void> {
  if (dealIds.length === 0) return;
  await em.nativeDelete(WithheldDeal, { remote_table_id: scope.id, deal_id: { $in: [...dealIds] } });
}

/**
 * Forgets which records of a table undos keep from coming back: its columns are other ones now, and so is what a run
 * would make of them.
 */
export async function forgetUndone({ em }: Work, scope: Pick<TableScope, 'id'>): Promise<void> {
  await em.nativeDelete(WithheldDeal, { remote_table_id: scope.id });
  await em.nativeDelete(DealTombstone, { remote_table_id: scope.id, run_id: { $ne: null } });
}

/** Links deals again to remote rows that were brought back: what these hold counts as agreed on. */
export async function relinkRows(
  { em }: Work,
  scope: Pick<TableScope, 'id'>,
  rows: readonly { dealId: number; externalId: string; values: Values }[],
  now: string,
): Promise<void> {
  for (const { dealId, externalId, values } of rows) {
    await em.upsert(DealLink, {
      deal: dealId,
      remote_table_id: scope.id,
      external_id: externalId,
      local_base: JSON.stringify(values),
      remote_base: null,
      updated_at: now,
    });
  }
}
