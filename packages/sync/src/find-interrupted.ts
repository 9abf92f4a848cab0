import { activeRuns, type Database, interruptedRuns, type RunHold } from '@passerelle/database';
import { INTERRUPTED_MESSAGES } from './end-run.ts';

/** A run that stands where its process left it. */
export interface InterruptedRun {
  readonly hold: RunHold;
  readonly provider: string;
}

/** A run that was taken up this often without going to its end is what kills its process: it is closed. */
const MAX_TAKE_UPS = 5;

/** Every run whose process is gone, killed or stopped in order, by what is to become of it. */
export async function findInterrupted(
  database: Database,
  { isGone, isOurs }: { isGone: (owner: string) => boolean; isOurs: (runId: number) => boolean },
): Promise<{ toClose: (InterruptedRun & { message: string })[]; toResume: InterruptedRun[] }> {
  const active = await activeRuns(database);
  const dead = active
    .filter((run) => !isOurs(run.id) && (run.is_expired || isGone(run.owner)))
    .map((run) => ({ ...run, hold: { runId: run.id, fence: run.fence } }));
  const isResumed = (run: { on_interruption: string; hold: RunHold }) =>
    run.on_interruption === 'resume' && run.hold.fence <= MAX_TAKE_UPS;
  const stopped = await interruptedRuns(database);
  return {
    toClose: dead
      .filter((run) => !isResumed(run))
      .map(({ hold, provider }) => ({ hold, provider, message: INTERRUPTED_MESSAGES.close })),
    toResume: [...dead, ...stopped.map(({ id, fence, ...run }) => ({ ...run, hold: { runId: id, fence } }))]
      .filter(isResumed)
      .map(({ hold, provider }) => ({ hold, provider })),
  };
}
