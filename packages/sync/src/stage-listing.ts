import {
  ConnectorError,
  type ListingCertificate,
  type RemotePage,
  type RemoteRecord,
} from '@passerelle/connector';
import { clearStaging, type StagedRow, stageRows } from '@passerelle/database';
import { dealFromRemote, type RemoteCell } from '@passerelle/deals';
import type { BoundColumn } from './bind-columns.ts';
import { callVendor } from './call-vendor.ts';
import { columnIds, inTransaction, type RunContext } from './run-context.ts';
import { saveProgress } from './run-record.ts';

/** A listing whose cursor the vendor forgot is started again this many times before the run gives up. */
const MAX_RESTARTS = 3;

/** Where a listing goes on: behind how many rows, and the vendor's cursor (`null`: at its beginning). */
interface ListingPoint {
  readonly cursor: string | null;
  readonly recordsRead: number;
}

const BEGINNING: ListingPoint = { cursor: null, recordsRead: 0 };

/**
 * Reads the whole remote table into the run's staging, from where the run stands. Ends with the vendor's proof that
 * nothing is missing; without it, throws, and nothing may be concluded from the rows.
 */
export async function stageListing(run: RunContext): Promise<ListingCertificate> {
  const { stageCursor, recordsRead } = run.saved;
  let from = stageCursor === null ? BEGINNING : { cursor: stageCursor, recordsRead };
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await stageFrom(run, from);
    } catch (error) {
      const expired = error instanceof ConnectorError && error.code === 'cursor_expired';
      if (!expired || restarts >= MAX_RESTARTS) throw error;
      from = BEGINNING;
      await inTransaction(run, 'restart-listing', async (work) => {
        await clearStaging(work, run.runId);
        await saveProgress(work, run, { phase: 'stage', cursor: null, recordsRead: 0 });
      });
    }
  }
}

/** One page at a time, each stored before the next is asked for: whatever happens, one page at most is read again. */
async function stageFrom(run: RunContext, from: ListingPoint): Promise<ListingCertificate> {
  for (let point = from; ; ) {
    run.signal.throwIfAborted();
    const page = await readPage(run, point.cursor);
    point = { cursor: page.cursor, recordsRead: point.recordsRead + page.records.length };
    await storePage(run, page, point);
    if (page.certificate) return page.certificate;
  }
}

function readPage(run: RunContext, cursor: string | null): Promise<RemotePage> {
  const { connector, schema, signal } = run;
  const request = { schema, columnIds: columnIds(run), cursor, signal };
  return callVendor(run, 'page', () => connector.readPage(request));
}

async function storePage(run: RunContext, page: RemotePage, { cursor, recordsRead }: ListingPoint) {
  const first = recordsRead - page.records.length + 1;
  const rows = page.records.map((record, index) => stagedRow(record, first + index, run.columns));
  const certificate = page.certificate && JSON.stringify(page.certificate);
  await inTransaction(run, 'store-page', async (work) => {
    await stageRows(work, run.runId, rows);
    await saveProgress(work, run, { phase: 'stage', cursor, recordsRead, certificate });
  });
}

/** A remote row as the rules of a deal read it. */
export function stagedRow(
  record: RemoteRecord,
  position: number,
  columns: readonly BoundColumn[],
): StagedRow {
  const cells: Record<string, RemoteCell> = {};
  for (const { field, column } of columns) cells[field] = record.cells[column.id] ?? null;
  const deal = dealFromRemote(cells, columns.find(({ field }) => field === 'statut')?.readStatut);
  return {
    position,
    externalId: record.externalId,
    remoteCreatedAt: record.createdAt,
    remoteEditedAt: record.editedAt,
    client: deal.values.client ?? null,
    values: deal.values,
    reasons: deal.ok ? null : deal.reasons,
    unknownStatus: deal.ok ? deal.unknownStatus : null,
  };
}
