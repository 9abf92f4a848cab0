import {
  type BuriedRow,
  buriedAmong,
  type DealRow,
  type DepartedDeal,
  departedDeals,
  lossesAmong,
  type Work,
} from '@passerelle/database';
import type { RunContext } from '../run-context.ts';
import { holdOf } from './examine-losses.ts';
import type { LossPlan } from './loss-plan.ts';
import { dealOf } from './restore-deals.ts';

/** A remote row whose deal has left the CRM, and what an import does about it. */
export interface Burial {
  readonly fate: BuriedRow['fate'];
  readonly base: BuriedRow['base'];
  readonly undoneBy: BuriedRow['undoneBy'];
  /** The deal that comes back with the row, as it was when it left; `null`: it does not, or nothing tells of it. */
  readonly returning: { readonly deal: DealRow; readonly departed: DepartedDeal } | null;
}

/** What becomes of the rows among these whose deals have left the CRM, by external id. */
export async function burials(
  work: Work,
  run: Pick<RunContext, 'runId' | 'scope' | 'direction' | 'now'>,
  { externalIds, losses }: { externalIds: readonly string[]; losses: LossPlan },
): Promise<ReadonlyMap<string, Burial>> {
  const { runId, scope, direction } = run;
  const buried = await buriedAmong(work, scope, { externalIds, runId });
  if (buried.size === 0) return new Map();
  const returning = [...buried.values()].flatMap(({ fate, dealId }) =>
    fate === 'returning' ? [dealId] : [],
  );
  const departed = new Map((await departedDeals(work, returning)).map((one) => [one.dealId, one]));
  const leaving = new Set(
    direction === 'sync' && losses.local === 'carry' ? await leavingAmong(work, run, [...buried.keys()]) : [],
  );
  const now = run.now().toISOString();
  return new Map(
    [...buried.values()].map((row) => {
      const deal = row.fate === 'returning' ? departed.get(row.dealId) : undefined;
      const fate = leaving.has(row.externalId) ? 'leaving' : row.fate;
      const isLeaving = fate === 'leaving' && direction === 'sync';
      return [
        row.externalId,
        {
          fate: fate === 'leaving' && !isLeaving ? 'left' : fate,
          base: row.base,
          undoneBy: row.undoneBy,
          returning: deal === undefined ? null : { deal: dealOf(deal, now), departed: deal },
        },
      ];
    }),
  );
}

/** A preview has not listed what it would carry. */
async function leavingAmong(
  work: Work,
  { runId, scope }: Pick<RunContext, 'runId' | 'scope'>,
  externalIds: readonly string[],
): Promise<string[]> {
  const of = { runId, side: 'local', standing: 'open' } as const;
  const losses = await lossesAmong(work, scope, { ...of, externalIds });
  return losses.flatMap((loss) => (holdOf('local', loss) === null ? [loss.externalId] : []));
}
