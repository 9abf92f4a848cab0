import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectorError, RemoteRecord } from '@passerelle/connector';
import { linksByExternalId } from '@passerelle/database';
import { callVendor } from './call-vendor.ts';
import type { ExportItem } from './export-item.ts';
import { isOurs } from './plan-export-deal.ts';
import { columnIds, inTransaction, type RunContext } from './run-context.ts';
import { stagedRow } from './stage-listing.ts';

/** Looks again this often before it is taken that nothing was created: vendors' indexes lag behind writes. */
const LOOKS = 3;

/**
 * After creates whose answer was lost: which of them exist on the other side all the same. Answers the remote
 * record of each item that was found; the others may be sent again.
 */
export async function findLostCreates(
  run: RunContext,
  items: readonly ExportItem[],
  { sentAt, error }: { sentAt: string; error: ConnectorError },
): Promise<Map<ExportItem, RemoteRecord>> {
  const found = new Map<ExportItem, RemoteRecord>();
  const claimed = new Set<string>();
  for (let look = 1; look <= LOOKS && found.size < items.length; look += 1) {
    await sleep(look === 1 ? 0 : run.retry.firstDelayMs * 2 ** (look - 1));
    for (const item of items) {
      if (found.has(item)) continue;
      const record = await findOne(run, item, { sentAt, committedIds: error.committedIds, claimed });
      if (!record) continue;
      found.set(item, record);
      claimed.add(record.externalId);
    }
  }
  return found;
}

async function findOne(
  run: RunContext,
  item: ExportItem,
  known: { sentAt: string; committedIds: readonly string[]; claimed: ReadonlySet<string> },
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
      isOurs(item.deal, stagedRow(record, 0, run.columns), {
        pendingSince: known.sentAt,
        fields: item.mapped,
      }),
  );
}

async function committed(run: RunContext, ids: readonly string[]): Promise<RemoteRecord[]> {
  const { connector, schema } = run;
  const records = await Promise.all(
    ids.map((externalId) =>
      callVendor(run, 'look', () =>
        connector.readRecord({ schema, columnIds: columnIds(run), externalId, signal: run.signal }),
      ),
    ),
  );
  return records.filter((record) => record !== null);
}

async function sameClient(run: RunContext, { deal }: ExportItem): Promise<RemoteRecord[]> {
  const column = run.columns.find(({ field }) => field === 'client')?.column;
  if (!column) return [];
  const query = {
    schema: run.schema,
    columnIds: columnIds(run),
    columnId: column.id,
    value: deal.client,
    signal: run.signal,
  };
  return callVendor(run, 'look', () => run.connector.findByText(query));
}
