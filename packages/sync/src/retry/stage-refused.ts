import type { RemoteRecord } from '@passerelle/connector';
import {
  clearStaging,
  Deal,
  DealLink,
  linksByExternalId,
  type RefusedRecord,
  refusedRecords,
  type StagedRow,
  stageRows,
  unlinkedDealsByClient,
} from '@passerelle/database';
import { lookAt, recordsOfClient } from '../find-lost-creates.ts';
import { inTransaction, type RunContext } from '../run-context.ts';
import { saveProgress } from '../run-record.ts';
import { stagedRow } from '../stage-listing.ts';

/** Refused records read at a time. */
const PAGE = 100;

/**
 * Reads the remote rows of the refused records that are tried again, one by one: as they are now, or, where a person
 * corrected one, as it was when it was refused. Ends with a mark that nothing is missing, as a listing does; answers how
 * many there are.
 */
export async function stageRefused(run: RunContext): Promise<number> {
  await inTransaction(run, 'restart-listing', (work) => clearStaging(work, run.runId));
  let position = 0;
  for await (const record of wantedRecords(run)) {
    run.signal.throwIfAborted();
    position += 1;
    const rows =
      record.side === 'remote' ? await rowOf(run, record, position) : await rowsBeside(run, record, position);
    await inTransaction(run, 'store-page', async (work) => {
      await stageRows(work, run.runId, rows);
      await saveProgress(work, run, { phase: 'stage', recordsRead: position });
    });
  }
  const certificate = JSON.stringify({ retried: position });
  await inTransaction(run, 'store-page', (work) => saveProgress(work, run, { phase: 'stage', certificate }));
  return position;
}

/** The records to be tried again, that no later run has taken. */
export async function* wantedRecords(run: RunContext): AsyncGenerator<RefusedRecord> {
  const { originRunId, wanted } = run.saved;
  if (originRunId === null) return;
  for (let after = 0; ; ) {
    const page = await inTransaction(run, 'plan', (work) =>
      refusedRecords(work, originRunId, { ...wanted, after, limit: PAGE }),
    );
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.position;
  }
}

async function rowOf(run: RunContext, refused: RefusedRecord, position: number): Promise<StagedRow[]> {
  if (refused.corrected !== null || refused.externalId === null) return [asRefused(refused, position)];
  const record = await lookAt(run, refused.externalId);
  if (record === null) return [{ ...asRefused(refused, position), reasons: [GONE] }];
  const row = stagedRow(record, position, run.columns);
  return [row, ...(await rivalsOf(run, row))];
}

const GONE =
  'La ligne distante n’existe plus : il n’y a plus rien à reprendre. Corrigez ses valeurs ici pour en faire un deal, ou laissez-la.';

function asRefused({ externalId, values, cells, reason }: RefusedRecord, position: number): StagedRow {
  return {
    position,
    externalId: externalId ?? '',
    remoteCreatedAt: '',
    remoteEditedAt: null,
    client: typeof values.client === 'string' ? values.client : null,
    values,
    reasons: reason === null ? null : reason.split(/ (?=Champ [a-z_]+ : )/),
    unknownStatus: null,
    cells,
  };
}

/** Other rows of the same client, where a deal of that name could be taken for any of them: they stand beside, untouched. */
async function rivalsOf(run: RunContext, row: StagedRow): Promise<StagedRow[]> {
  const { client, externalId } = row;
  if (client === null || row.reasons !== null) return [];
  const isOpen = await inTransaction(run, 'plan', async (work) => {
    const linked = await linksByExternalId(work, run.scope, [externalId]);
    return linked.size === 0 && (await unlinkedDealsByClient(work, run.scope, [client])).size > 0;
  });
  if (!isOpen) return [];
  const records = await recordsOfClient(run, client);
  return beside(
    run,
    records.filter((record) => record.externalId !== externalId),
    row.position,
  );
}

/** What stands on the other side of a deal: its row, or the rows that could be. */
async function rowsBeside(
  run: RunContext,
  { dealId }: RefusedRecord,
  position: number,
): Promise<StagedRow[]> {
  if (dealId === null) return [];
  const [deal, link] = await inTransaction(run, 'plan', async ({ em }) => [
    await em.findOne(Deal, { id: dealId }),
    await em.findOne(DealLink, { deal: dealId, remote_table_id: run.scope.id }),
  ]);
  if (link) {
    const record = await lookAt(run, link.external_id);
    return record === null ? [] : [stagedRow(record, position, run.columns)];
  }
  return deal ? beside(run, await recordsOfClient(run, deal.client), position) : [];
}

/** Rows that are not themselves tried again stand at positions that no run applies. */
function beside(run: RunContext, records: readonly RemoteRecord[], position: number): StagedRow[] {
  return records.map((record, index) => stagedRow(record, -(position * 1_000 + index), run.columns));
}
