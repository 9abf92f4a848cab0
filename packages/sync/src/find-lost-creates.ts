import { setTimeout as sleep } from 'node:timers/promises';
import type { RemoteRecord } from '@passerelle/connector';
import { linksByExternalId } from '@passerelle/database';
import { callVendor } from './call-vendor.ts';
import type { ExportItem } from './export-item.ts';
import { holdsValues } from './holds-values.ts';
import { columnIds, inTransaction, type RunContext } from './run-context.ts';

/** Looks again this often before it is taken that nothing was created: vendors' indexes lag behind writes. */
const LOOKS = 3;

/**
 * After creates whose answer was lost: which of them exist on the other side all the same. Answers the remote record
 * of each item that was found; the others may be sent again. A create was only sent where no unlinked row bore its
 * client, so an unlinked row that holds exactly what was sent is its work, whatever the clocks say.
 */
export async function findLostCreates(
  run: RunContext,
  items: readonly ExportItem[],
  committedIds: readonly string[] = [],
): Promise<Map<ExportItem, RemoteRecord>> {
  const found = new Map<ExportItem, RemoteRecord>();
  const claimed = new Set<string>();
  for (let look = 1; look <= LOOKS && found.size < items.length; look += 1) {
    if (look > 1) await pause(run, run.retry.firstDelayMs * 2 ** (look - 1));
    for (const item of items) {
      if (found.has(item)) continue;
      const record = await findOne(run, item, { committedIds, claimed });
      if (!record) continue;
      found.set(item, record);
      claimed.add(record.externalId);
    }
  }
  return found;
}

async function pause({ signal }: RunContext, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((aborted: unknown) => {
    throw signal.aborted ? signal.reason : aborted;
  });
}

async function findOne(
  run: RunContext,
  item: ExportItem,
  known: { committedIds: readonly string[]; claimed: ReadonlySet<string> },
): Promise<RemoteRecord | undefined> {
  const candidates = [...(await committed(run, known.committedIds)), ...(await sameClient(run, item))];
  const linked = await inTransaction(run, 'plan', (work) =>
    linksByExternalId(
      work,
      run.scope,
      candidates.map(({ externalId }) => externalId),
    ),
  );
  return candidates.find(
    (record) =>
      !linked.has(record.externalId) &&
      !known.claimed.has(record.externalId) &&
      holdsValues(run, record, { values: item.local, fields: item.mapped }),
  );
}

async function committed(run: RunContext, ids: readonly string[]): Promise<RemoteRecord[]> {
  const records = await Promise.all(ids.map((externalId) => lookAt(run, externalId)));
  return records.filter((record) => record !== null);
}

/** The record as the vendor holds it now, `null` when it is gone. */
export function lookAt(run: RunContext, externalId: string): Promise<RemoteRecord | null> {
  const { connector, schema, signal } = run;
  const request = { schema, columnIds: columnIds(run), externalId, signal };
  return callVendor(run, 'look', () => connector.readRecord(request));
}

async function sameClient(run: RunContext, { local }: ExportItem): Promise<RemoteRecord[]> {
  return local.client ? recordsOfClient(run, String(local.client)) : [];
}

/** The remote rows of a client, as the vendor finds them now. */
export async function recordsOfClient(run: RunContext, client: string): Promise<RemoteRecord[]> {
  const column = run.columns.find(({ field }) => field === 'client')?.column;
  if (!column) return [];
  const { connector, schema, signal } = run;
  const columnId = column.id;
  const query = { schema, columnIds: columnIds(run), columnId, value: client, signal };
  return callVendor(run, 'look', () => connector.findByText(query));
}
