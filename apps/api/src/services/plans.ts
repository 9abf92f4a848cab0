import {
  ContractError,
  DEFAULT_PLAN_ROWS,
  type ListPlanRecordsInput,
  PLAN_KINDS,
  type Plan,
  type PlanRecord,
  type PlansService,
  type Provider,
  planNotFoundMessage,
} from '@passerelle/contracts';
import { countPlanKinds, type Database, type PlanRow, planRowsAfter, SyncPlan } from '@passerelle/database';
import type { Direction, RunRequest } from '@passerelle/sync';
import { inContractWords, openForRun } from './open-for-run.ts';
import { answerRun } from './run-report.ts';
import { answerOf, type RunsParts } from './runs.ts';
import { workOn } from './work-on.ts';

/** What plans are read with. */
interface PlansParts {
  readonly database: Database;
  readonly now: () => Date;
}

/** What runs would do, to be read before they do it. */
export function plansService(parts: RunsParts): PlansService {
  return {
    get: async ({ id }) => ({ success: true, data: await answerPlan(parts, id) }),
    run: async ({ id }) => {
      const request = await requestOf(parts, id);
      return answerRun(await inContractWords(() => parts.engine.run(request)));
    },
    start: async ({ id }) => {
      const request = await requestOf(parts, id);
      const { runId } = await inContractWords(() => parts.engine.start(request));
      return answerOf(parts, runId);
    },
    records: async (input, call) => {
      const { limit = DEFAULT_PLAN_ROWS } = input;
      await findPlan(parts.database, input.id);
      const rows = await findRecords(parts.database, { ...input, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      if (rows.length > limit && last) call.nextCursor(last.position);
      return { success: true, data: page.map(answerRecord) };
    },
  };
}

async function requestOf(parts: RunsParts, id: number): Promise<RunRequest> {
  const plan = await findPlan(parts.database, id);
  const { provider, direction } = plan as { provider: Provider; direction: Direction };
  return { provider, direction, planId: id, ...(await openForRun(parts, provider)) };
}

function findRecords(
  database: Database,
  { id, kind, cursor = 0, limit }: ListPlanRecordsInput & { limit: number },
): Promise<PlanRow[]> {
  return planRowsAfter(workOn(database), id, { after: cursor, limit, kind });
}

/** The stored plan. Throws `ContractError` `not_found`. */
async function findPlan(database: Database, id: number): Promise<SyncPlan> {
  const plan = await database.em().findOne(SyncPlan, { id });
  if (plan === null) throw new ContractError('not_found', planNotFoundMessage(id));
  return plan;
}

/** A plan as it is answered. Throws `ContractError` `not_found`. */
export async function answerPlan({ database, now }: PlansParts, id: number): Promise<Plan> {
  const plan = await findPlan(database, id);
  const counts = await countPlanKinds(workOn(database), id);
  const hasExpired = plan.state === 'ready' && plan.expires_at <= now().toISOString();
  return {
    id,
    provider: plan.provider,
    direction: plan.direction as Plan['direction'],
    state: hasExpired ? 'expired' : (plan.state as Plan['state']),
    counts: Object.fromEntries(PLAN_KINDS.map((kind) => [kind, counts[kind] ?? 0])) as Plan['counts'],
    requests: { read: plan.read_requests, write: plan.write_requests },
    expected_seconds: plan.expected_ms / 1000,
    message: plan.message ?? null,
    differences: plan.differences ? JSON.parse(plan.differences) : [],
    run_id: plan.run_id ?? null,
    created_at: plan.created_at,
    expires_at: plan.expires_at,
  };
}

/** Values of a record were read as those of a deal before they were stored. */
function answerRecord({ client, dealId, externalId, changes, conflicts, ...record }: PlanRow): PlanRecord {
  return {
    ...record,
    name: client,
    changes: changes as PlanRecord['changes'],
    conflicts: conflicts as PlanRecord['conflicts'],
    deal_id: dealId,
    external_id: externalId,
  };
}
