import {
  DEFAULT_PLAN_ROWS,
  type ListPlanRecordsInput,
  type PlanRecord,
  type PlansService,
  type Provider,
} from '@passerelle/contracts';
import { type Database, type PlanRow, planRowsAfter } from '@passerelle/database';
import type { Direction, StartedRun } from '@passerelle/sync';
import { answerPlan, findPlan } from './answer-plan.ts';
import { inContractWords, openForRun, openForUndo } from './open-for-run.ts';
import { answerRun } from './run-report.ts';
import { answerOf, type RunsParts } from './runs.ts';
import { workOn } from './work-on.ts';

/** What runs would do, to be read before they do it. */
export function plansService(parts: RunsParts): PlansService {
  return {
    get: async ({ id }) => ({ success: true, data: await answerPlan(parts, id) }),
    run: async ({ id }) => {
      const started = await begin(parts, id);
      return answerRun(await inContractWords(() => started.result));
    },
    start: async ({ id }) => {
      const { runId } = await begin(parts, id);
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

/** Begins the run that applies a plan. */
async function begin(parts: RunsParts, planId: number): Promise<StartedRun> {
  const { provider, direction, undone_run_id: undoneRunId } = await findPlan(parts.database, planId);
  if (direction === 'undo' && undoneRunId) {
    const connection = await openForUndo(parts, { id: undoneRunId, provider });
    const request = { provider, undoneRunId, connection, planId };
    return inContractWords(() => parts.engine.startUndo(request));
  }
  const connection = await openForRun(parts, provider as Provider);
  const request = { provider, direction: direction as Direction, planId, ...connection };
  return inContractWords(() => parts.engine.start(request));
}

function findRecords(
  database: Database,
  { id, kind, cursor = 0, limit }: ListPlanRecordsInput & { limit: number },
): Promise<PlanRow[]> {
  return planRowsAfter(workOn(database), id, { after: cursor, limit, kind });
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
