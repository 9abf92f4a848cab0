import type { Deal } from '../entities/index.ts';
import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import { readBases } from './links.ts';
import type { TableScope, Work } from './work.ts';

/** A row of `deals`, as stored. */
export type DealRow = { -readonly [Column in keyof Deal]: Deal[Column] } & { id: number };

const DEALS: BulkTable = {
  name: 'deals',
  columns: {
    id: 'integer',
    client: 'text',
    statut: 'text',
    montant_brut: 'real',
    probabilite: 'real',
    valeur_ponderee: 'real',
    secteur: 'text',
    date_echeance: 'text',
    assignee: 'text',
    notes: 'text',
    created_at: 'text',
    updated_at: 'text',
  },
  overwriteOn: ['id'],
};

/** All columns of `deals d`, to select. */
export const DEAL_COLUMNS = Object.keys(DEALS.columns)
  .map((name) => `d.${name}`)
  .join(', ');

const { id: _, ...WITHOUT_ID } = DEALS.columns;
const NEW_DEALS: BulkTable = { name: DEALS.name, columns: WITHOUT_ID };
const DEALS_WITH_ID: BulkTable = { name: DEALS.name, columns: DEALS.columns };

/** A deal that has no id yet. */
export type NewDeal = Omit<DealRow, 'id'>;

/** Inserts the deals in their order, inside the transaction the caller holds. */
export function insertDeals(work: Work, deals: readonly NewDeal[]): Promise<void> {
  return bulkUpsert(work, NEW_DEALS, valuesOf(NEW_DEALS, deals));
}

/** Inserts the deals, and overwrites those whose id is there already. */
export async function saveDeals(work: Work, deals: readonly DealRow[]): Promise<void> {
  if (deals.length === 0) return;
  const [{ top } = { top: null }] = await work.em.execute<{ top: number | null }[]>(
    'select max(id) as top from deals',
  );
  // A plain insert is cheaper: it need not be ready for what happens on an update.
  const { fresh = [], known = [] } = Object.groupBy(deals, ({ id }) => (id > (top ?? 0) ? 'fresh' : 'known'));
  await bulkUpsert(work, DEALS_WITH_ID, valuesOf(DEALS, fresh));
  await bulkUpsert(work, DEALS, valuesOf(DEALS, known));
  await queueForSearch(work, known);
}

/** Inserts deals that had been there before, under the ids they had. */
export async function putBackDeals(work: Work, deals: readonly DealRow[]): Promise<void> {
  await bulkUpsert(work, DEALS_WITH_ID, valuesOf(DEALS, deals));
  await queueForSearch(work, deals);
}

async function queueForSearch({ em, sql }: Work, deals: readonly DealRow[]): Promise<void> {
  if (deals.length === 0 || sql.queueLatecomers === null) return;
  await em.execute(sql.queueLatecomers, [JSON.stringify(deals.map(({ id }) => id))]);
}

function valuesOf({ columns }: BulkTable, deals: readonly (NewDeal | DealRow)[]): unknown[][] {
  const names = Object.keys(columns) as (keyof NewDeal)[];
  return deals.map((deal) => names.map((name) => deal[name]));
}

/** Takes `count` ids that no other deal has or will have. To be called in the transaction that uses them. */
export async function reserveDealIds(work: Work, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await work.em.execute<{ id: number | string }[]>(work.sql.reserveIds('deals'), [count]);
  return rows.map((row) => Number(row.id));
}

/** The deals with these ids, locked until the transaction ends. */
export async function lockDeals(work: Work, ids: readonly number[]): Promise<Map<number, DealRow>> {
  if (ids.length === 0) return new Map();
  const rows = await work.em.execute<DealRow[]>(
    `select ${DEAL_COLUMNS} from deals d where ${work.sql.isAmong('d.id', 'integer')} order by d.id ${work.sql.lockRows}`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The deals of these clients that have no link to the table: the candidates a name can adopt. */
export async function unlinkedDealsByClient(
  work: Work,
  scope: TableScope,
  clients: readonly string[],
): Promise<Map<string, DealRow[]>> {
  if (clients.length === 0) return new Map();
  const rows = await work.em.execute<DealRow[]>(
    `select ${DEAL_COLUMNS} from deals d where ${work.sql.isAmong('d.client', 'text')}
     and not exists (select 1 from deal_links l where l.deal_id = d.id and l.remote_table_id = ?)
     order by d.id ${work.sql.lockRows}`,
    [JSON.stringify(clients), scope.id],
  );
  return Map.groupBy(rows, (row) => row.client);
}

/** A deal with its link to the table. */
export interface DealWithLink {
  readonly deal: DealRow;
  readonly link: { externalId: string; localBase: Values; remoteBase: Values } | null;
}
type Values = Readonly<Record<string, unknown>>;

/** The next deals in the order of their ids, with their links to the table; only those of `among` when it is given. */
export async function dealsAfter(
  work: Work,
  scope: TableScope,
  page: { after: number; limit: number; among?: readonly number[] | null },
): Promise<DealWithLink[]> {
  const among = page.among ? `and ${work.sql.isAmong('d.id', 'integer')}` : '';
  const rows = await work.em.execute<
    (DealRow & {
      external_id: string | null;
      local_base: string | null;
      remote_base: string | null;
    })[]
  >(
    `select ${DEAL_COLUMNS}, l.external_id, l.local_base, l.remote_base from deals d
     left join deal_links l on l.deal_id = d.id and l.remote_table_id = ?
     where d.id > ? ${among} order by d.id limit ?`,
    [scope.id, page.after, ...(page.among ? [JSON.stringify(page.among)] : []), page.limit],
  );
  return rows.map(({ external_id, local_base, remote_base, ...deal }) => ({
    deal,
    link:
      external_id === null || local_base === null
        ? null
        : { externalId: external_id, ...readBases({ local_base, remote_base }) },
  }));
}
