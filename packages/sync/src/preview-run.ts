import { ConnectorError } from '@passerelle/connector';
import { clearStaging, Deal, forgetPlans, type PlanRow, SyncPlan, savePlanRows } from '@passerelle/database';
import { SyncError } from './errors.ts';
import { planBatches } from './plan-batches.ts';
import type { UnplacedPlanRow } from './plan-rows.ts';
import { prepareRun, type RunParts } from './prepare-run.ts';
import { inTransaction, type RunContext, type RunRequest } from './run-context.ts';
import { freshRun } from './saved-run.ts';
import { stageListing } from './stage-listing.ts';
import { Tally } from './tally.ts';

/** Both sides go on moving: an older plan would be refused when it is applied. */
const PLAN_LIFE_MS = 60 * 60 * 1000;

/** Expired plans are kept this long, for whoever has one open. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Works out what a run would do and stores it as a plan; nothing is written on either side. Answers the plan's id. */
export async function previewRun(parts: RunParts, request: RunRequest): Promise<number> {
  const planId = await openPlan(parts, request);
  try {
    const facts = await makePlan(parts, { planId, request });
    await savePlan(parts, planId, { state: 'ready', ...facts });
    return planId;
  } catch (error) {
    const message = error instanceof SyncError || error instanceof ConnectorError ? error.message : null;
    await savePlan(parts, planId, { state: 'failed', message });
    throw error;
  } finally {
    await inTransaction(parts, 'plan', (work) => clearStaging(work, stagedUnder(planId)));
  }
}

/** Plans stage their rows beside those of runs, whose ids are above 0. */
const stagedUnder = (planId: number) => -planId;

function openPlan(parts: RunParts, { provider, direction }: RunRequest): Promise<number> {
  const now = parts.now();
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
  return inTransaction(parts, 'plan', async (work) => {
    await forgetPlans(work, at(-KEPT_MS));
    const times = { created_at: at(0), expires_at: at(PLAN_LIFE_MS) };
    return work.em.insert(SyncPlan, { provider, direction, state: 'planning', ...times });
  });
}

async function savePlan(parts: RunParts, planId: number, facts: Partial<SyncPlan>): Promise<void> {
  await parts.database.em().nativeUpdate(SyncPlan, { id: planId }, facts);
}

async function makePlan(
  parts: RunParts,
  { planId, request }: { planId: number; request: RunRequest },
): Promise<Partial<SyncPlan>> {
  if (request.direction === 'export' && (await parts.database.em().count(Deal)) === 0) return {};
  const startedAt = performance.now();
  const run = await prepareRun(parts, {
    runId: stagedUnder(planId),
    hold: null,
    connection: request,
    saved: freshRun(request),
    progress: { tally: new Tally() },
  });
  const { pages } = (await stageListing(run)).certificate;
  const readMs = performance.now() - startedAt;
  const writes = new WriteCount();
  let position = 0;
  for await (const rows of planBatches(run)) {
    const placed = rows.map((row): PlanRow => ({ ...row, position: ++position }));
    for (const row of placed) writes.add(row);
    await inTransaction(run, 'plan', (work) => savePlanRows(work, planId, placed));
  }
  const requests = { read: pages + 1, write: writes.requests(run) };
  return {
    read_requests: requests.read,
    write_requests: requests.write,
    expected_ms: expectedMs(run, { ...requests, readMs }),
  };
}

/** Creates and updates travel apart; each request carries as many as the vendor takes. */
class WriteCount {
  #creates = 0;
  #updates = 0;

  add({ externalId, changes }: UnplacedPlanRow): void {
    if (!changes.some(({ side }) => side === 'remote')) return;
    if (externalId === null) this.#creates += 1;
    else this.#updates += 1;
  }

  requests({ connector }: Pick<RunContext, 'connector'>): number {
    const { maxWriteBatch } = connector.capabilities;
    return Math.ceil(this.#creates / maxWriteBatch) + Math.ceil(this.#updates / maxWriteBatch);
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
