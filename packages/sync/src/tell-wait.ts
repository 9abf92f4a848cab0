import type { Database, RunHold } from '@passerelle/database';
import type { RunWait, TellWait } from './run-wait.ts';

/** Tells, in the run's record, what it waits for: of several waits the one that ends last. */
export function tellWaitOf(database: Database, hold: RunHold): TellWait {
  const waits = new Set<RunWait>();
  let telling: Promise<void> = Promise.resolve();
  const tell = () => {
    const [longest = null] = [...waits].toSorted((one, other) => other.until.localeCompare(one.until));
    // What a run waits for is nothing it depends on: a word that could not be stored is made up for by the next.
    telling = telling.then(() => store(database, hold, longest)).catch(() => undefined);
  };
  return (wait) => {
    waits.add(wait);
    tell();
    return () => {
      waits.delete(wait);
      tell();
    };
  };
}

/** Not of a run that has ended meanwhile: it waits for nothing any more. */
async function store(database: Database, { runId, fence }: RunHold, wait: RunWait | null): Promise<void> {
  await database
    .em()
    .execute(
      'update sync_runs set wait = ?, version = version + 1 where id = ? and fence = ? and active_provider is not null',
      [wait && JSON.stringify(wait), runId, fence],
    );
}
