import { ContractError, PLAN_KINDS, type Plan, planNotFoundMessage } from '@passerelle/contracts';
import { countPlanKinds, type Database, SyncPlan } from '@passerelle/database';
import { workOn } from './work-on.ts';

/** What plans are read with. */
interface PlansParts {
  readonly database: Database;
  readonly now: () => Date;
}

/** The stored plan. Throws `ContractError` `not_found`. */
export async function findPlan(database: Database, id: number): Promise<SyncPlan> {
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
    undone_run_id: plan.undone_run_id ?? null,
    created_at: plan.created_at,
    expires_at: plan.expires_at,
  };
}
