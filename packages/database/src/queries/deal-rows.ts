import { Deal } from '../entities/index.ts';
import { keepDeletedDeals } from './deal-deletions.ts';
import type { Changer } from './deal-history.ts';
import type { DealRow, NewDeal } from './deals.ts';
import type { Work } from './work.ts';

/** Deals removed per statement: on SQLite nothing else in the process runs meanwhile. */
const BATCH = 5_000;

/** The deal with this id; `null` when there is none. */
export async function findDeal({ em }: Work, id: number): Promise<DealRow | null> {
  const deal = await em.findOne(Deal, { id }, { disableIdentityMap: true });
  return deal && rowOf(deal);
}

/** Adds a deal and answers it with its id. */
export async function insertDeal({ em }: Work, values: NewDeal): Promise<DealRow> {
  const deal = em.create(Deal, { ...values });
  await em.persist(deal).flush();
  return rowOf(deal);
}

/** Changes what is named of a deal and answers it; `null` when there is none with this id. */
export async function updateDeal(
  { em }: Work,
  id: number,
  changes: Partial<NewDeal>,
): Promise<DealRow | null> {
  const deal = await em.findOne(Deal, { id }, { refresh: true });
  if (deal === null) return null;
  em.assign(deal, changes);
  await em.flush();
  return rowOf(deal);
}

/** Removes a deal and its links, keeping what it held in its history; whether there was one. */
export async function deleteDeal(work: Work, id: number, by: Changer): Promise<boolean> {
  return work.em.transactional(async (em) => {
    await keepDeletedDeals({ ...work, em }, by, { ids: [id] });
    return (await em.nativeDelete(Deal, { id })) > 0;
  });
}

/** Takes deals out of the CRM, as `deleteDeal`, inside the transaction the caller holds: their other side is gone. */
export async function archiveDeals(work: Work, ids: readonly number[], by: Changer): Promise<void> {
  if (ids.length === 0) return;
  await keepDeletedDeals(work, by, { ids, as: 'archived' });
  await work.em.nativeDelete(Deal, { id: { $in: [...ids] } });
}

/** Removes every deal and their links, inside one transaction, keeping what they held; how many there were. */
export async function deleteAllDeals(work: Work, by: Changer): Promise<number> {
  return work.em.transactional(async (em) => {
    let removed = 0;
    for (let gone = BATCH; gone === BATCH; removed += gone) {
      await keepDeletedDeals({ ...work, em }, by, { first: BATCH });
      const statement = `delete from deals where id in (select id from deals order by id limit ${BATCH})`;
      const { affectedRows } = await em.execute<{ affectedRows: number }>(statement, [], 'run');
      gone = affectedRows;
    }
    for (const statement of work.sql.forgetSearchTexts) await em.execute(statement);
    return removed;
  });
}

function rowOf(deal: Deal): DealRow {
  const { id, client, statut, montant_brut, probabilite, valeur_ponderee, ...others } = deal;
  const { secteur, date_echeance, assignee, notes, created_at, updated_at } = others;
  return {
    id,
    client,
    statut,
    montant_brut,
    probabilite,
    valeur_ponderee,
    secteur: secteur ?? null,
    date_echeance: date_echeance ?? null,
    assignee: assignee ?? null,
    notes: notes ?? null,
    created_at,
    updated_at,
  };
}
