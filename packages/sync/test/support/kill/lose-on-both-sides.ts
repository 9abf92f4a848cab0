import { deleteDeal, SyncDeletion, savePolicies } from '@passerelle/database';
import { TABLE } from './address.ts';
import type { KillParts } from './scenario.ts';

const AT = '2026-11-20T08:00:00.000Z';

/** What people remove on both sides between the first import and the run; what the CRM lost, they decided to remove there. */
export async function loseOnBothSides({ database, vendor }: KillParts): Promise<void> {
  const table = vendor.state.table(TABLE.tableName);
  const ids = table.records().map(({ id }) => id);
  await savePolicies(database.em(), 'airtable', { changes: { deletion: 'archive' }, now: new Date(AT) });
  for (const id of ids.slice(0, 2)) table.deleteRecord(id);
  const work = { em: database.em(), sql: database.sql };
  const links = await database
    .em()
    .execute<{ deal_id: number; remote_table_id: number; external_id: string; deal_values: string }[]>(
      `select l.deal_id, l.remote_table_id, l.external_id, m.deal_values from deal_links l
         join mirrored_records m on m.external_id = l.external_id and m.remote_table_id = l.remote_table_id
       where l.deal_id between 3 and 6`,
    );
  for (const { deal_id, remote_table_id, external_id, deal_values } of links) {
    await deleteDeal(work, deal_id, { origin: 'form', runId: null, at: AT });
    const seen = { run_id: 1, noticed_at: AT, decided_at: AT, state: 'approved', side: 'local' };
    const record = { deal_id, remote_table_id, external_id, agreed: deal_values, survivor: deal_values };
    await database.em().insert(SyncDeletion, { ...seen, ...record });
  }
  // One was removed there too, another changed since.
  table.deleteRecord(ids[2] ?? '');
  table.patchRecord(ids[3] ?? '', { Amount: 4 });
}
