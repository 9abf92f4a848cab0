import type { Database, RunHold } from '@passerelle/database';
import type { TellWait } from './run-wait.ts';

/** Tells, in the run's record, what it waits for. */
export function tellWaitOf(database: Database, { runId, fence }: RunHold): TellWait {
  return async (wait) => {
    await database
      .em()
      .execute('update sync_runs set wait = ?, version = version + 1 where id = ? and fence = ?', [
        wait && JSON.stringify(wait),
        runId,
        fence,
      ]);
  };
}
