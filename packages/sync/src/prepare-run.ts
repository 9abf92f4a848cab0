import { type Database, policiesOf, scopeOf } from '@passerelle/database';
import { bindColumns } from './bind-columns.ts';
import { callVendor, type RetryPolicy } from './call-vendor.ts';
import { knownBindings, saveBindings } from './column-bindings.ts';
import { inTransaction, type RunContext, type RunRequest } from './run-context.ts';
import type { Tally } from './tally.ts';

/** What the engine brings to a run. */
export interface RunParts {
  readonly database: Database;
  readonly retry: RetryPolicy;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Asks the vendor for its columns and binds them to fields: everything a run needs before it reads. */
export async function prepareRun(
  parts: RunParts,
  { runId, request, progress }: { runId: number; request: RunRequest; progress: { tally: Tally } },
): Promise<RunContext> {
  const { database, retry, signal } = parts;
  const { connector, provider, mapping, direction } = request;
  const schema = await callVendor(() => connector.schema({ signal }), { policy: retry, signal });
  const table = { provider, baseId: schema.baseId, tableId: schema.tableId };
  const scope = await inTransaction(parts, (work) => scopeOf(work, table));
  const policies = await policiesOf(database.em(), provider);
  const columns = bindColumns({
    schema,
    mapping,
    known: await knownBindings(database, scope),
    required: direction === 'export' ? ['client'] : ['client', 'montant_brut'],
    policies,
  });
  await saveBindings(database, scope, columns);
  return {
    ...parts,
    ...{ runId, connector, schema, columns, scope, direction },
    policies,
    // The run replaces its tally as transactions commit; whoever closes it must see the last one.
    get tally() {
      return progress.tally;
    },
    set tally(tally) {
      progress.tally = tally;
    },
  };
}
