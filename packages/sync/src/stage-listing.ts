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

/** Rows kept in memory before they are stored. A slow vendor's pages are stored one by one all the same. */
const FLUSH_ROWS = 2_500;
const FLUSH_AFTER_MS = 250;

/**
 * Reads the whole remote table into the run's staging. Ends with the vendor's proof that nothing is missing;
 * without it, throws, and nothing may be concluded from the rows.
 */
export async function stageListing(run: RunContext): Promise<ListingCertificate> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await stageOnce(run);
    } catch (error) {
      const expired = error instanceof ConnectorError && error.code === 'cursor_expired';
      if (!expired || restarts >= MAX_RESTARTS) throw error;
      await inTransaction(run, (work) => clearStaging(work, run.runId));
    }
  }
}

async function stageOnce(run: RunContext): Promise<ListingCertificate> {
  const buffer = new RowBuffer(run);
  // The next page is under way while this one is stored: vendor cursors expire, and a fast vendor must not wait.
  let next = readPage(run, null);
  for (;;) {
    const page = await next;
    next = page.cursor === null ? Promise.resolve(page) : readPage(run, page.cursor);
    // A failure of the next page is met when it is awaited, even if storing this one fails first.
    next.catch(() => undefined);
    buffer.add(page.records);
    if (page.certificate) {
      await buffer.flush({ cursor: null, certificate: JSON.stringify(page.certificate) });
      return page.certificate;
    }
    if (buffer.isDue()) await buffer.flush({ cursor: page.cursor });
  }
}

function readPage(run: RunContext, cursor: string | null): Promise<RemotePage> {
  const { connector, schema, signal } = run;
  return callVendor(() => connector.readPage({ schema, columnIds: columnIds(run), cursor, signal }), {
    policy: run.retry,
    signal,
  });
}

class RowBuffer {
  readonly #run: RunContext;
  #rows: StagedRow[] = [];
  #position = 0;
  #flushedAt = performance.now();

  constructor(run: RunContext) {
    this.#run = run;
  }

  add(records: readonly RemoteRecord[]): void {
    for (const record of records) {
      this.#position += 1;
      this.#rows.push(stagedRow(record, this.#position, this.#run.columns));
    }
  }

  isDue(): boolean {
    return this.#rows.length >= FLUSH_ROWS || performance.now() - this.#flushedAt > FLUSH_AFTER_MS;
  }

  async flush(progress: { cursor: string | null; certificate?: string }): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    await inTransaction(this.#run, async (work) => {
      await stageRows(work, this.#run.runId, rows);
      await saveProgress(work, this.#run, { phase: 'stage', ...progress });
    });
    this.#flushedAt = performance.now();
  }
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
