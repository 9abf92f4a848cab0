import { type Database, refusedRecords, SyncLog, SyncRun, type WantedRecords } from '@passerelle/database';
import { SyncError } from '../errors.ts';
import type { Direction, RunConnection } from '../run-context.ts';

/** Which refused records of which run to try again, over which connection. */
export interface RetryRequest extends RunConnection {
  readonly provider: string;
  readonly originRunId: number;
  readonly wanted: WantedRecords;
}

/** Which way the refused records go. Throws `SyncError` `nothing_refused` when none of them is left, saying so. */
export async function openRetried(
  database: Database,
  { originRunId, wanted }: Pick<RetryRequest, 'originRunId' | 'wanted'>,
): Promise<Direction> {
  const em = database.em();
  const { direction } = await em.findOneOrFail(SyncLog, { id: originRunId });
  const { active_provider: isActive } = await em.findOneOrFail(SyncRun, { id: originRunId });
  const refuse = (why: string) => new SyncError('nothing_refused', why, { runId: originRunId });
  if (isActive)
    throw refuse(`L’exécution ${originRunId} est en cours : attendez sa fin, puis reprenez ses refus.`);
  if (direction === 'undo') {
    throw refuse(
      'Les refus d’une annulation ne se reprennent pas : annulez de nouveau l’exécution d’origine.',
    );
  }
  const [first] = await refusedRecords({ em, sql: database.sql }, originRunId, {
    ...wanted,
    after: 0,
    limit: 1,
  });
  if (!first) {
    throw refuse(
      `Aucun de ces enregistrements de l’exécution ${originRunId} n’est encore refusé. Relisez la liste.`,
    );
  }
  return direction as Direction;
}
