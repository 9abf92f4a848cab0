import {
  type Database,
  Deal,
  DealTombstone,
  policiesOf,
  RemoteTable,
  SyncDeletion,
} from '@passerelle/database';

/** Whether an export has deals to send, or deletions to tell the vendor, or a person, of. */
export async function hasSomethingToSend(database: Pick<Database, 'em'>, provider: string): Promise<boolean> {
  const em = database.em();
  if ((await em.count(Deal)) > 0) return true;
  const tables = await em.find(RemoteTable, { provider });
  const ofProvider = { remote_table_id: { $in: tables.map(({ id }) => id) } };
  const { deletion } = await policiesOf(em, provider);
  if (deletion !== 'ignore' && (await em.count(DealTombstone, ofProvider)) > 0) return true;
  const states = { side: 'local', state: { $in: ['approved', 'sending'] } };
  return (await em.count(SyncDeletion, { ...ofProvider, ...states })) > 0;
}
