import { DEAL_FIELDS } from '@passerelle/contracts';
import {
  type Changer,
  type Database,
  type DealChangeRow,
  type DealRow,
  lockDeals,
  type NewDeal,
  saveDealChanges,
  updateDeal,
} from '@passerelle/database';
import { changesOfForm } from './deal-columns.ts';

/** Who changes a deal when a person does. */
export const byForm = (at: Date): Changer => ({ origin: 'form', runId: null, at: at.toISOString() });

/** Changes a deal as a form does; `null` when there is none. Two changes of one deal at once are made one after the other, so that its weighted value fits both. */
export function changeDeal(
  { database, now }: { database: Database; now: () => Date },
  { id, ...form }: { id: number } & Readonly<Record<string, unknown>>,
): Promise<DealRow | null> {
  return database.em().transactional(async (em) => {
    const work = { em, sql: database.sql };
    const stored = (await lockDeals(work, [id])).get(id);
    if (stored === undefined) return null;
    const at = now();
    const changes = changesOfForm(stored, form, at);
    if (changes === null) return stored;
    await saveDealChanges(work, byForm(at), [
      { dealId: id, kind: 'updated', changes: told(stored, changes) },
    ]);
    return updateDeal(work, id, changes);
  });
}

/** What a person changed, field by field: not what the CRM works out from it. */
function told(stored: DealRow, changes: Partial<NewDeal>): DealChangeRow['changes'] {
  const fields = DEAL_FIELDS.filter((field) => field in changes);
  return Object.fromEntries(
    fields.map((field) => [field, { before: stored[field] ?? null, after: changes[field] ?? null }]),
  );
}
