import type { Loss, LostSide } from '@passerelle/database';
import type { UnplacedPlanRow } from '../plan-rows.ts';
import type { RunContext } from '../run-context.ts';
import { examineLosses } from './examine-losses.ts';

/** What a run would carry of the losses of a side, page by page. Writes nothing. */
export async function* planLossRows(run: RunContext, side: LostSide): AsyncGenerator<UnplacedPlanRow[]> {
  for await (const losses of examineLosses(run, { side, standing: 'open' })) {
    yield losses.flatMap(({ loss, hold }) => (hold === null ? [archiveRow(side, loss)] : []));
  }
}

/** A loss that is carried, as plans are stored and compared. */
function archiveRow(side: LostSide, { externalId, dealId, client }: Loss): UnplacedPlanRow {
  return side === 'remote'
    ? { ...ARCHIVE, externalId, client, dealId, reason: DEAL_LEAVES }
    : { ...ARCHIVE, externalId, client, dealId: null, reason: ROW_LEAVES };
}

/** What every record of a plan says that one side lost. */
export const ARCHIVE = { kind: 'archive', changes: [], conflicts: [] } as const;

/** Why a deal leaves the CRM. */
export const DEAL_LEAVES = 'N’est plus dans la table distante : le deal est archivé dans le CRM.';

/** Why a deal that was archived is there again. */
export const RETURNS = 'De nouveau dans la table distante : le deal archivé est ramené dans le CRM.';

/** Why a row leaves its table. */
export const ROW_LEAVES = 'Son deal a été supprimé dans le CRM : l’enregistrement distant est archivé.';
