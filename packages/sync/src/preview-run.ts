import type { SyncPlan } from '@passerelle/database';
import { hasSomethingToSend } from './losses/has-something-to-send.ts';
import { planLosses } from './losses/loss-plan.ts';
import { planBatches } from './plan-batches.ts';
import type { UnplacedPlanRow } from './plan-rows.ts';
import { prepareRun, type RunParts } from './prepare-run.ts';
import type { RunContext, RunRequest } from './run-context.ts';
import { freshRun } from './saved-run.ts';
import { stageListing } from './stage-listing.ts';
import { stagedUnder, storePlan, storePlanRows } from './store-plan.ts';
import { Tally } from './tally.ts';

/** Works out what a run would do and stores it as a plan; nothing is written on either side. Answers the plan's id. */
export function previewRun(parts: RunParts, request: RunRequest): Promise<number> {
  return storePlan(parts, request, (planId) => makePlan(parts, { planId, request }));
}

async function makePlan(
  parts: RunParts,
  { planId, request }: { planId: number; request: RunRequest },
): Promise<Partial<SyncPlan>> {
  if (request.direction === 'export' && !(await hasSomethingToSend(parts.database, request.provider))) {
    return {};
  }
  const startedAt = performance.now();
  const { direction } = request;
  const run = await prepareRun(parts, {
    runId: stagedUnder(planId),
    hold: null,
    connection: request,
    saved: { ...freshRun(request), direction },
    progress: { tally: new Tally() },
  });
  const { certificate } = await stageListing(run);
  const { pages } = certificate;
  const readMs = performance.now() - startedAt;
  const writes = new WriteCount();
  const losses = await planLosses(run, certificate.complete);
  const batches = planBatches(run, losses);
  await storePlanRows(parts, planId, { batches, note: (row) => writes.add(row) });
  const requests = { read: pages + 1, write: writes.requests(run) };
  return {
    message: losses.withheld,
    read_requests: requests.read,
    write_requests: requests.write,
    expected_ms: expectedMs(run, { ...requests, readMs }),
  };
}

/** Creates and updates travel apart; each request carries as many as the vendor takes. */
class WriteCount {
  #creates = 0;
  #updates = 0;
  #archives = 0;

  add({ kind, externalId, dealId, changes }: UnplacedPlanRow): void {
    if (kind === 'archive' && dealId === null) this.#archives += 1;
    if (!changes.some(({ side }) => side === 'remote')) return;
    if (externalId === null) this.#creates += 1;
    else this.#updates += 1;
  }

  requests({ connector }: Pick<RunContext, 'connector'>): number {
    const { maxWriteBatch, maxArchiveBatch } = connector.capabilities;
    const written = Math.ceil(this.#creates / maxWriteBatch) + Math.ceil(this.#updates / maxWriteBatch);
    return written + Math.ceil(this.#archives / maxArchiveBatch);
  }
}

/** As long as reading took for each request, but never faster than the vendor allows. */
function expectedMs(
  { connector }: Pick<RunContext, 'connector'>,
  { read, write, readMs }: { read: number; write: number; readMs: number },
): number {
  const { requestsPerSecond, writeConcurrency } = connector.capabilities;
  const seen = readMs + (readMs / read) * (write / writeConcurrency);
  return Math.round(Math.max(seen, ((read + write) / requestsPerSecond) * 1000));
}
