import { policiesOf, SyncPlan, scopeOf } from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { bindColumns } from './bind-columns.ts';
import { callVendor } from './call-vendor.ts';
import { knownBindings, saveBindings } from './column-bindings.ts';
import { standingOf } from './columns-read.ts';
import { SyncError } from './errors.ts';
import { type Direction, inTransaction, type RunConnection, type RunContext } from './run-context.ts';
import type { SavedRun } from './saved-run.ts';
import type { Tally } from './tally.ts';

/** What the engine brings to a run. */
export type RunParts = Pick<
  RunContext,
  'database' | 'retry' | 'batches' | 'now' | 'signal' | 'atBoundary' | 'tellWait'
>;

/** Asks the vendor for its columns and binds them to fields: everything a run needs before it reads. */
export async function prepareRun(
  parts: RunParts,
  run: Pick<RunContext, 'runId' | 'hold'> & {
    connection: RunConnection;
    saved: SavedRun & { direction: Direction };
    progress: { tally: Tally };
  },
): Promise<RunContext> {
  const { database, signal } = parts;
  const { runId, hold, saved, progress } = run;
  const { connector, mapping, full = false } = run.connection;
  const schema = await callVendor(parts, 'schema', () => connector.schema({ signal }));
  const { baseId, tableId } = schema;
  if (saved.table && (saved.table.baseId !== baseId || saved.table.tableId !== tableId)) throw otherTable();
  const table = { provider: saved.provider, baseId, tableId };
  const scope = await inTransaction({ ...parts, hold }, 'know-table', (work) => scopeOf(work, table));
  const policies = await policiesOf(database.em(), saved.provider);
  const known = await knownBindings(database, scope);
  const plan = await database.em().findOne(SyncPlan, { run_id: runId });
  const { direction } = saved;
  const required: DealField[] = direction === 'export' ? ['client'] : ['client', 'montant_brut'];
  const { columns, paused } = bindColumns({ schema, mapping, known, direction, required, policies });
  await inTransaction({ ...parts, hold }, 'bind-columns', (work) =>
    saveBindings(work, scope, { columns, known }),
  );
  const standing = standingOf({ saved, columns, policies, required });
  progress.tally.pausedFields = [...paused, ...standing.paused];
  return {
    ...parts,
    ...{ runId, hold, connector, schema, columns: standing.columns, scope, policies, full, direction },
    saved: standing.listsAgain ? { ...saved, stageCursor: null, isStaged: false, recordsRead: 0 } : saved,
    planId: plan?.id ?? null,
    onlyDeals: null,
    // The run replaces its tally as transactions commit; whoever closes it must see the last one.
    get tally() {
      return progress.tally;
    },
    set tally(tally) {
      progress.tally = tally;
    },
  };
}

function otherTable(): SyncError {
  return new SyncError(
    'not_resumable',
    'La table configurée n’est plus celle que cette synchronisation avait commencée : elle ne peut pas être reprise. Lancez-en une nouvelle.',
  );
}
