import {
  ConnectorError,
  type ListingCertificate,
  type RemotePage,
  type RemoteRecord,
} from '@passerelle/connector';
import { clearStaging, type StagedRow, stageMirror, stageRows } from '@passerelle/database';
import { dealFromRemote, type RemoteCell } from '@passerelle/deals';
import type { BoundColumn } from './bind-columns.ts';
import { callVendor } from './call-vendor.ts';
import { cellsApart } from './cells-apart.ts';
import { columnsRead } from './columns-read.ts';
import { type ListingPlan, planListing, wholeOf } from './listing-plan.ts';
import { dropVanished } from './mirror-listing.ts';
import { columnIds, inTransaction, type RunContext } from './run-context.ts';
import { saveProgress } from './run-record.ts';

/** A listing whose cursor the vendor forgot is started again this many times before the run gives up. */
const MAX_RESTARTS = 3;

/** Where a listing goes on: behind how many rows, and the vendor's cursor (`null`: at its beginning). */
interface ListingPoint {
  readonly cursor: string | null;
  readonly recordsRead: number;
}

/** A listing that came to its end, with what it was of. */
export interface StagedListing {
  readonly certificate: ListingCertificate;
  readonly plan: ListingPlan;
  /** Position of the last row that was not listed but staged from the mirror; 0: all were listed. */
  readonly mirrored: number;
}

/** A listing taken up where another process left it: only a whole one can be, and nothing is mirrored of it. */
const TAKEN_UP: ListingPlan = { changedSince: null, facts: null };

/**
 * Stages the remote table as it is now: read whole, from where the run stands, or its changes read over the mirror of
 * what was read before. Ends with the vendor's proof that nothing is missing; without it, throws, and nothing may be
 * concluded from the rows.
 */
export async function stageListing(run: RunContext): Promise<StagedListing> {
  const { stageCursor, recordsRead } = run.saved;
  let start: ListingStart =
    stageCursor === null
      ? await begin(run, await planListing(run))
      : { plan: TAKEN_UP, mirrored: 0, point: { cursor: stageCursor, recordsRead } };
  for (let restarts = 0; ; restarts += 1) {
    try {
      const certificate = await stageFrom(run, start);
      if (certificate) return { ...start, certificate };
      start = await begin(run, wholeOf(start.plan));
    } catch (error) {
      const expired = error instanceof ConnectorError && error.code === 'cursor_expired';
      if (!expired || restarts >= MAX_RESTARTS) throw error;
      start = await begin(run, await planListing(run));
    }
  }
}

/** How a listing is read, and where it stands. */
interface ListingStart extends Omit<StagedListing, 'certificate'> {
  readonly point: ListingPoint;
}

/** Puts the run at the beginning of a listing: nothing staged, or what is mirrored of the table. */
async function begin(run: RunContext, plan: ListingPlan): Promise<ListingStart> {
  const { runId, scope } = run;
  return inTransaction(run, 'restart-listing', async (work) => {
    await clearStaging(work, runId);
    const mirrored = plan.changedSince === null ? 0 : await stageMirror(work, scope, runId);
    await saveProgress(work, run, {
      phase: 'stage',
      cursor: null,
      recordsRead: mirrored,
      certificate: null,
      columnsRead: columnsRead(run),
    });
    return { plan, mirrored, point: { cursor: null, recordsRead: mirrored } };
  });
}

/**
 * One page at a time, each stored before the next is asked for: whatever happens, one page at most is read again.
 * Answers `null` when the changes are not enough to tell the table, which is then to be read whole.
 */
async function stageFrom(
  run: RunContext,
  { plan, mirrored, point: from }: ListingStart,
): Promise<ListingCertificate | null> {
  const { changedSince } = plan;
  for (let point = from; ; ) {
    run.signal.throwIfAborted();
    const page = await readPage(run, { cursor: point.cursor, changedSince: changedSince ?? undefined });
    point = { cursor: page.cursor, recordsRead: point.recordsRead + page.records.length };
    // Rows of the mirror are looked at before a listing of changes counts as the table.
    await storePage(run, changedSince === null ? page : { ...page, certificate: null }, point);
    if (page.certificate === null) continue;
    if (changedSince === null) return page.certificate;
    if (!(await dropVanished(run, mirrored))) return null;
    const certificate = JSON.stringify(page.certificate);
    await inTransaction(run, 'store-page', (work) =>
      saveProgress(work, run, { phase: 'stage', certificate }),
    );
    return page.certificate;
  }
}

function readPage(
  run: RunContext,
  at: { cursor: string | null; changedSince: string | undefined },
): Promise<RemotePage> {
  const { connector, schema, signal } = run;
  const request = { schema, columnIds: columnIds(run), ...at, signal };
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
    cells: cellsApart(record, deal.values, columns),
  };
}
